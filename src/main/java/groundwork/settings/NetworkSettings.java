package groundwork.settings;

import groundwork.aws.AddressBlocks;
import groundwork.settings.marks.Between;
import groundwork.settings.marks.Checked;
import groundwork.settings.marks.Matching;
import groundwork.settings.marks.Setting;
import groundwork.settings.problems.Problems;
import groundwork.settings.units.Cidr;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The VPC: its block, how many zones it spans and how tasks reach the outside. */
public record NetworkSettings(
        @Setting(value = "groundwork's own VPC, or awsx's ec2.Vpc", example = "awsx") Builder builder,
        @Setting(value = "CIDR of the VPC", example = "10.0.0.0/16") Cidr cidr,
        @Setting(
                        value = "Number of availability zones",
                        example = "3",
                        cost =
                                "nothing by itself; with nat: per-zone about $33 for each zone, with privateEndpoints about $44")
                @Between(min = "1", max = "6")
                int zones,
        @Setting(
                        value = "Availability zones by name, instead of the first ones of the region",
                        example = "[us-east-1a, us-east-1b]",
                        cost = "as zones")
                @Matching(value = "[a-z]{2}(-[a-z]+)+-\\d[a-z]", says = "the name of an availability zone")
                List<String> zoneNames,
        @Setting(
                        value =
                                "NAT gateways for private subnets; with none, tasks run in public subnets and accept no "
                                        + "inbound traffic",
                        example = "single",
                        cost = "about $33 a month for each gateway, and $0.045 a GB")
                Nat nat,
        @Setting(
                        value =
                                "Interface endpoints for the AWS services that tasks use, so that they can be private without NAT;"
                                        + " images come from ECR in the region alone",
                        example = "true",
                        cost =
                                "about $7.30 a month in each zone for each of six endpoints, and for one each where queues, topics,"
                                        + " metrics or shells with the stack's own key are used")
                boolean privateEndpoints,
        @Setting("CIDRs of the subnets, instead of planned ones") Optional<SubnetBlocks> subnets,
        @Setting(value = "Retention of VPC flow logs; 0 turns them off", example = "30d", cost = "$0.50 a GB")
                @Between(min = "0s", max = "3653d")
                Duration flowLogs,
        @Setting(value = "Private DNS domain of services; system-stack.internal by default", example = "local")
                @Matching(
                        value =
                                "(?=.{1,200}$)[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)*",
                        says = "a lower-case domain name")
                Optional<String> serviceDomain,
        @Setting(
                        value = "Service discovery: Cloud Map DNS (dns) or ECS Service Connect (connect)",
                        example = "connect",
                        cost =
                                "$0.50 for the DNS zone; the Service Connect proxy takes some CPU and 64 MiB of each task")
                Discovery discovery)
        implements Checked {

    public enum Builder {
        GROUNDWORK,
        AWSX
    }

    public enum Nat {
        PER_ZONE,
        SINGLE,
        NONE
    }

    public enum Discovery {
        DNS,
        CONNECT
    }

    /** One list for each tier, a block for each zone. */
    public record SubnetBlocks(
            @Setting(value = "Public subnets", example = "[10.0.0.0/24, 10.0.1.0/24]") List<Cidr> publicBlocks,
            @Setting(value = "Private subnets, for tasks", example = "[10.0.10.0/24, 10.0.11.0/24]")
                    List<Cidr> privateBlocks,
            @Setting(value = "Isolated subnets, for databases and caches", example = "[10.0.20.0/24, 10.0.21.0/24]")
                    List<Cidr> isolatedBlocks) {}

    public static String usualServiceDomain(String system, String stack) {
        return system + "-" + stack + ".internal";
    }

    /** No zone given by name means the region's first ones. */
    public int zoneCount() {
        return zoneNames.isEmpty() ? zones : zoneNames.size();
    }

    /** Of a network that groundwork builds itself. */
    public int natGateways() {
        return switch (nat) {
            case PER_ZONE -> zoneCount();
            case SINGLE -> 1;
            case NONE -> 0;
        };
    }

    public boolean tasksArePublic() {
        return nat == Nat.NONE && !privateEndpoints;
    }

    @Override
    public void check(Problems problems) {
        problems.at("cidr")
                .unless(
                        cidr.bits() >= 16 && cidr.bits() <= 24,
                        "%s: a VPC here is a /16 to a /24; write 10.0.0.0/16, for example",
                        cidr);
        problems.at("cidr")
                .unless(
                        AddressBlocks.PRIVATE.stream().map(Cidr::parse).anyMatch(block -> block.contains(cidr)),
                        "%s: public addresses, which tasks could not reach on the internet any more; choose a CIDR within %s",
                        cidr,
                        String.join(", ", AddressBlocks.PRIVATE));
        serviceDomain.ifPresent(domain -> problems.at("serviceDomain")
                .unless(
                        !(domain + ".").startsWith("amazonaws.com.")
                                && !domain.endsWith(".amazonaws.com")
                                && !domain.equals("com"),
                        "%s: a private zone of this name hides the endpoints of AWS from the VPC; choose another",
                        domain));
    }
}
