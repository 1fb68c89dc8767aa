package groundwork;

import static groundwork.aws.ResourceTypes.EC2_SECURITY_GROUP;
import static groundwork.aws.ResourceTypes.VPC_SECURITY_GROUP_EGRESS_RULE;
import static groundwork.aws.ResourceTypes.VPC_SECURITY_GROUP_INGRESS_RULE;
import static java.util.stream.Collectors.toCollection;

import groundwork.offline.recording.Recorded;
import groundwork.offline.recording.Recording;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Who can open a connection to whom, as security-group rules have it: {@code app -> db:5432}. */
public final class Reach {

    /** CloudFront's own addresses, by the list that AWS keeps. */
    public static final String CLOUDFRONT = "CloudFront";

    private final Recording recording;
    private final Map<String, String> owners = new TreeMap<>();

    private Reach(Recording recording) {
        this.recording = recording;
        recording
                .ofType(EC2_SECURITY_GROUP)
                .forEach(group -> owners.put(group.id().orElseThrow(), owner(group)));
    }

    /** What the receiving ends let in. */
    public static SortedSet<String> in(Recording recording) {
        var reach = new Reach(recording);
        return reach.lines(recording.ofType(VPC_SECURITY_GROUP_INGRESS_RULE).stream()
                .map(rule -> "%s -> %s:%s".formatted(reach.other(rule), reach.group(rule), rule.number("fromPort"))));
    }

    /** What the sending ends let out. */
    public static SortedSet<String> out(Recording recording) {
        var reach = new Reach(recording);
        return reach.lines(recording.ofType(VPC_SECURITY_GROUP_EGRESS_RULE).stream()
                .map(rule -> "%s -> %s:%s".formatted(reach.group(rule), reach.other(rule), rule.number("fromPort"))));
    }

    private SortedSet<String> lines(Stream<String> lines) {
        return lines.collect(toCollection(TreeSet::new));
    }

    private String group(Recorded rule) {
        return owners.get(rule.text("securityGroupId"));
    }

    private String other(Recorded rule) {
        return rule.find("referencedSecurityGroupId")
                .map(id -> owners.get(id.toString()))
                .or(() -> rule.find("cidrIpv4").map(Object::toString))
                .orElseGet(() -> prefixList(rule));
    }

    /** What lets in by a list names CloudFront's; what lets out names that of S3. */
    private static String prefixList(Recorded rule) {
        return rule.type().equals(VPC_SECURITY_GROUP_INGRESS_RULE) ? CLOUDFRONT : rule.text("prefixListId");
    }

    /** The component of the stack itself that the group belongs to. */
    private String owner(Recorded group) {
        var owner = group;
        while (!recording.withUrn(owner.parent()).orElseThrow().type().equals("pulumi:pulumi:Stack")) {
            owner = recording.withUrn(owner.parent()).orElseThrow();
        }
        return owner.name();
    }
}
