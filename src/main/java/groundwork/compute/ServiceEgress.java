package groundwork.compute;

import groundwork.links.Linked;
import groundwork.network.Network;
import groundwork.network.SecurityGroup;
import groundwork.plan.names.Names;
import groundwork.settings.units.Cidr;
import java.util.HashSet;
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

    /** A database that is linked to for reading as well is still one way. */
    public void openLinks() {
        var targets = new HashSet<String>();
        links.stream().filter(linked -> targets.add(linked.link().to())).forEach(this::open);
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

    private void open(Linked linked) {
        var to = linked.link().to();
        linked.connection().egress().ifPresent(way -> {
            if (way.securityGroup().isPresent()) {
                group.connect(to, way.securityGroup().get(), way.port(), "Link to " + to);
                return;
            }
            for (var block : way.addresses()) {
                if (!isOpenAnyway(block, way.port())) {
                    var suffix = way.addresses().size() == 1 ? "" : "-" + Names.hash(block.toString());
                    group.allowEgressTo(to, suffix, block, way.port(), "Link to " + to);
                }
            }
        });
    }

    /** AWS refuses the same rule twice. */
    private boolean isOpenAnyway(Cidr block, int port) {
        return port == HTTPS && block.equals(Cidr.WORLD) && !network.awsEgress().isPrivate();
    }
}
