package groundwork.simulated.rules.network;

import static groundwork.aws.ResourceTypes.EC2_NAT_GATEWAY;
import static groundwork.aws.ResourceTypes.EC2_ROUTE;
import static groundwork.aws.ResourceTypes.EC2_ROUTE_TABLE_ASSOCIATION;
import static groundwork.aws.ResourceTypes.EC2_SUBNET;
import static groundwork.aws.ResourceTypes.EC2_VPC;
import static groundwork.aws.ResourceTypes.EC2_VPC_ENDPOINT;

import groundwork.aws.AddressBlocks;
import groundwork.settings.units.Cidr;
import groundwork.simulated.Existing;
import groundwork.simulated.World;
import groundwork.simulated.rules.Refusals;
import groundwork.simulated.rules.Rule;
import java.util.List;
import java.util.Optional;

/** How a network may be cut, and what its gateways and routes need. */
public final class NetworkRules {
    private static final List<String> ROUTE_TARGETS = List.of(
            "gatewayId",
            "natGatewayId",
            "vpcEndpointId",
            "transitGatewayId",
            "vpcPeeringConnectionId",
            "networkInterfaceId",
            "egressOnlyGatewayId",
            "carrierGatewayId",
            "localGatewayId",
            "coreNetworkArn");
    private static final List<String> ROUTE_DESTINATIONS =
            List.of("destinationCidrBlock", "destinationIpv6CidrBlock", "destinationPrefixListId");

    public static final List<Rule> ALL = List.of(
            Rule.of("network-size", NetworkRules::size, EC2_VPC, EC2_SUBNET),
            Rule.of("network-addresses", NetworkRules::addresses, EC2_VPC),
            Rule.among("subnet-inside-network", NetworkRules::inside, EC2_SUBNET),
            Rule.among("subnets-apart", NetworkRules::apart, EC2_SUBNET),
            Rule.of("zone-in-region", NetworkRules::zone, EC2_SUBNET),
            Rule.of("nat-needs-address", NetworkRules::natAddress, EC2_NAT_GATEWAY),
            Rule.of("route-one-target", NetworkRules::route, EC2_ROUTE),
            Rule.among("one-route-table", NetworkRules::oneTable, EC2_ROUTE_TABLE_ASSOCIATION),
            Rule.among("endpoint-kind", NetworkRules::endpoint, EC2_VPC_ENDPOINT));

    private NetworkRules() {}

    /** The block at a path, when it is one. */
    static Optional<Cidr> cidr(Existing resource, String path) {
        return resource.text(path).flatMap(text -> {
            try {
                return Optional.of(Cidr.parse(text));
            } catch (IllegalArgumentException notABlock) {
                return Optional.empty();
            }
        });
    }

    private static void size(Existing resource, Refusals refusals) {
        resource.text("cidrBlock").ifPresent(text -> {
            var block = cidr(resource, "cidrBlock");
            refusals.unless(block.isPresent(), "cidrBlock", "%s is not an IPv4 block", text);
            block.ifPresent(cidr -> refusals.unless(
                    cidr.bits() >= 16 && cidr.bits() <= 28,
                    "cidrBlock",
                    "%s is a /%d; AWS takes /16 to /28",
                    cidr,
                    cidr.bits()));
        });
    }

    private static void addresses(Existing vpc, Refusals refusals) {
        cidr(vpc, "cidrBlock").ifPresent(block -> AddressBlocks.REFUSED.stream()
                .filter(refused -> Cidr.parse(refused).contains(block))
                .forEach(refused ->
                        refusals.add("cidrBlock", "%s is in %s, which can't be used for a VPC", block, refused)));
    }

    private static void inside(Existing subnet, World world, Refusals refusals) {
        var network = subnet.text("vpcId")
                .flatMap(id -> world.identified(EC2_VPC, id))
                .flatMap(vpc -> cidr(vpc, "cidrBlock"));
        cidr(subnet, "cidrBlock")
                .ifPresent(block -> network.ifPresent(all -> refusals.unless(
                        all.contains(block), "cidrBlock", "%s is not within the VPC's %s", block, all)));
    }

    private static void apart(Existing subnet, World world, Refusals refusals) {
        var block = cidr(subnet, "cidrBlock");
        var vpc = subnet.text("vpcId");
        if (block.isEmpty() || vpc.isEmpty()) {
            return;
        }
        for (var other : world.sharing(EC2_SUBNET, "vpcId", vpc.get())) {
            cidr(other, "cidrBlock")
                    .filter(taken -> other.urn().compareTo(subnet.urn()) < 0 && taken.overlaps(block.get()))
                    .ifPresent(taken -> refusals.add(
                            "cidrBlock", "%s overlaps %s of %s; move one of them", block.get(), taken, other.name()));
        }
    }

    private static void zone(Existing subnet, Refusals refusals) {
        String region = subnet.place().region();
        subnet.text("availabilityZone")
                .ifPresent(zone -> refusals.unless(
                        zone.startsWith(region) && zone.length() > region.length(),
                        "availabilityZone",
                        "%s is not a zone of %s",
                        zone,
                        region));
    }

    private static void natAddress(Existing nat, Refusals refusals) {
        boolean isPrivate =
                nat.text("connectivityType").filter("private"::equals).isPresent();
        refusals.unless(
                isPrivate != nat.has("allocationId"),
                "allocationId",
                isPrivate ? "a private NAT gateway takes no address" : "a public NAT gateway needs an elastic IP's id");
    }

    private static void route(Existing route, Refusals refusals) {
        long targets = ROUTE_TARGETS.stream().filter(route::has).count();
        long destinations = ROUTE_DESTINATIONS.stream().filter(route::has).count();
        refusals.unless(targets == 1, "", "has %d targets; a route has exactly one", targets);
        refusals.unless(destinations == 1, "", "has %d destinations; a route has exactly one", destinations);
    }

    private static void oneTable(Existing association, World world, Refusals refusals) {
        association
                .text("subnetId")
                .ifPresent(subnet -> world.sharing(EC2_ROUTE_TABLE_ASSOCIATION, "subnetId", subnet).stream()
                        .filter(other -> other.urn().compareTo(association.urn()) < 0)
                        .forEach(other -> refusals.add(
                                "subnetId",
                                "%s already has a route table, by %s; a subnet has one",
                                subnet,
                                other.name())));
    }

    private static void endpoint(Existing endpoint, World world, Refusals refusals) {
        boolean isInterface =
                endpoint.text("vpcEndpointType").filter("Interface"::equals).isPresent();
        if (!isInterface) {
            refusals.unless(
                    !endpoint.has("subnetIds")
                            && !endpoint.has("securityGroupIds")
                            && !endpoint.flag("privateDnsEnabled"),
                    "vpcEndpointType",
                    "a gateway endpoint takes route tables, not subnets, security groups or private DNS");
            return;
        }
        refusals.unless(!endpoint.has("routeTableIds"), "routeTableIds", "an interface endpoint takes no route tables");
        Subnets.zonesTwice(endpoint.texts("subnetIds"), world)
                .forEach(zone -> refusals.add("subnetIds", "has two subnets in %s; one per zone is allowed", zone));
    }
}
