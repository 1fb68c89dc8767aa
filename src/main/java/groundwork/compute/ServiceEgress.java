package groundwork.compute;

import groundwork.links.Linked;
import groundwork.network.Network;
import groundwork.network.SecurityGroup;
import groundwork.plan.names.Names;
import groundwork.settings.units.Cidr;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SortedSet;

/**
 * The ways that a service's links open, and the one that every task needs: to AWS itself.
 *
 * @param gateways the AWS services that it reaches through gateway endpoints, where it has no other way
 */
public record ServiceEgress(SecurityGroup group, List<Linked> links, SortedSet<String> gateways, Network network) {
    private static final int HTTPS = 443;

    public void open() {
        openToAws();
        openLinks();
    }

    /** A database that is linked to for reading as well is still one way; so are two hosts outside, at the same port. */
    public void openLinks() {
        var targets = new HashSet<String>();
        var outside = new LinkedHashMap<Outside, List<String>>();
        for (var linked : links) {
            var to = linked.link().to();
            if (targets.add(to)) {
                linked.connection().egress().ifPresent(way -> way.securityGroup()
                        .ifPresentOrElse(
                                target -> group.connect(to, target, way.port(), "Link to " + to),
                                () -> way.addresses().forEach(block -> outside.computeIfAbsent(
                                                new Outside(block, way.port()), any -> new ArrayList<>())
                                        .add(to))));
            }
        }
        outside.keySet().removeIf(this::isOpenAnyway);
        outside.forEach(this::open);
    }

    private void openToAws() {
        var way = network.awsEgress();
        if (!way.isPrivate()) {
            group.allowEgressToCidr("https", Cidr.WORLD, HTTPS, "Image pulls, logs, secrets and AWS services");
            return;
        }
        group.allowEgressToGroup("aws", way.endpointGroup().orElseThrow(), HTTPS, "AWS services, inside the VPC");
        for (var service : gateways) {
            var why = service.equals("s3") ? "Image layers" : service + ", inside the VPC";
            group.allowEgressToPrefixList(service, way.prefixLists().get(service), HTTPS, why);
        }
    }

    private void open(Outside outside, List<String> entries) {
        var others = entries.size() - 1;
        var why = "Link to " + entries.get(0) + (others == 0 ? "" : " and " + others + " more");
        group.allowEgressToCidr(outside.rule(), outside.block(), outside.port(), why);
    }

    /** AWS refuses the same rule twice. */
    private boolean isOpenAnyway(Outside outside) {
        return outside.port() == HTTPS
                && outside.block().equals(Cidr.WORLD)
                && !network.awsEgress().isPrivate();
    }

    /** A way out of the VPC; its rule is named after it, since several links may share it. */
    private record Outside(Cidr block, int port) {
        String rule() {
            return "tcp-" + port + (block.equals(Cidr.WORLD) ? "" : "-" + Names.hash(block.toString()));
        }
    }
}
