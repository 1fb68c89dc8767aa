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
        @Setting(value = "Our own network, or awsx's", example = "awsx", replaces = "the VPC and everything in it")
                Builder builder,
        @Setting(value = "The VPC's block", example = "10.0.0.0/16", replaces = "the VPC and everything in it")
                Cidr cidr,
        @Setting(
                        value = "How many availability zones tasks run in",
                        example = "3",
                        cost =
                                "nothing by itself; with nat: per-zone about $33 for each zone, with privateEndpoints about $44",
                        replaces =
                                "nothing up to four zones; beyond them the VPC is divided anew, and its subnets with all that is in them")
                @Between(min = "1", max = "6")
                int zones,
        @Setting(
                        value = "The zones by name, where the first of the region won't do",
                        example = "[us-east-1a, us-east-1b]",
                        cost = "as zones",
                        replaces = "the subnets of the zones that change, and what is in them")
                @Matching(value = "[a-z]{2}(-[a-z]+)+-\\d[a-z]", says = "the name of an availability zone")
                List<String> zoneNames,
        @Setting(
                        value =
                                "How private tasks reach the internet; with none they run in public subnets and accept nothing",
                        example = "single",
                        cost = "about $33 a month for each gateway, and $0.045 a GB",
                        replaces = "nothing; tasks start anew in the other subnets where they move")
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
        @Setting("Exact blocks for the subnets, where the planned ones won't do") Optional<SubnetBlocks> subnets,
        @Setting(value = "How long VPC flow logs are kept; 0 turns them off", example = "30d", cost = "$0.50 a GB")
                @Between(min = "0s", max = "3653d")
                Duration flowLogs,
        @Setting(
                        value = "The ending of services' names inside the VPC; system-stack.internal unless given",
                        example = "local",
                        replaces = "every inner name")
                @Matching(
                        value =
                                "(?=.{1,200}$)[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)*",
                        says = "a lower-case host name, or the end of one")
                Optional<String> serviceDomain,
        @Setting(
                        value =
                                "How services find each other: by DNS, or through Service Connect's proxy in every task",
                        example = "connect",
                        cost =
                                "about $0.50 for the DNS zone; the proxy of connect takes some CPU and 64 MiB of each task",
                        replaces = "the entries by which services are found")
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
            @Setting(
                            value = "Subnets with a route from the internet",
                            example = "[10.0.0.0/24, 10.0.1.0/24]",
                            replaces = "the subnets whose blocks change, and what is in them")
                    List<Cidr> publicBlocks,
            @Setting(
                            value = "Subnets for tasks",
                            example = "[10.0.10.0/24, 10.0.11.0/24]",
                            replaces = "the subnets whose blocks change, and what is in them")
                    List<Cidr> privateBlocks,
            @Setting(
                            value = "Subnets for data, with no route out",
                            example = "[10.0.20.0/24, 10.0.21.0/24]",
                            replaces = "the subnets whose blocks change, and what is in them")
                    List<Cidr> isolatedBlocks) {}

    public static String usualServiceDomain(String system, String stack) {
        return system + "-" + stack + ".internal";
    }

    /** No zone given by name means the region's first ones. */
    public int zoneCount() {
        return zoneNames.isEmpty() ? zones : zoneNames.size();
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
        problems.at("zoneNames")
                .unless(
                        zoneNames.stream().distinct().count() == zoneNames.size(),
                        "names a zone twice; name each once");
    }
}
