package groundwork.report;

import static java.util.Map.entry;

import groundwork.offline.recording.Recorded;
import groundwork.offline.recording.Recording;
import groundwork.settings.LinkKind;
import groundwork.simulated.Finding;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What AWS would refuse, as people read it: each with the part of the stack file that asks for it, where one does. */
public final class RefusalText {
    private static final String OURS = "groundwork:";
    private static final String APP = "delivery:AmplifyApp";
    private static final Map<String, String> SINGLE = Map.ofEntries(
            entry("network:Network", "network"),
            entry("edge:LoadBalancer", "loadBalancer"),
            entry("edge:Cdn", "cdn"),
            entry("edge:WebAcl", "waf"),
            entry("edge:Certificate", "domain"),
            entry("edge:Dns", "domain"),
            entry("sleep:SleepingEnvironment", "sleep"),
            entry("resilience:Backups", "backup"),
            entry("resilience:Experiments", "chaos"),
            entry("budget:CostBudget", "budget"),
            entry("audit:AuditTrail", "audit"),
            entry("audit:IntrusionWatch", "audit"));

    private RefusalText() {}

    public static List<String> of(Recording recording) {
        var refusals = recording.refusals();
        var head = refusals.size() == 1
                ? "AWS would refuse 1 thing:"
                : "AWS would refuse %d things:".formatted(refusals.size());
        return Stream.concat(
                        Stream.of(head), refusals.stream().map(refusal -> "  " + setting(refusal, recording) + refusal))
                .toList();
    }

    private static String setting(Finding refusal, Recording recording) {
        return Stream.iterate(
                        recording.withUrn(refusal.urn()),
                        Optional::isPresent,
                        resource -> recording.withUrn(resource.get().parent()))
                .flatMap(resource -> setting(resource.orElseThrow()).stream())
                .reduce((part, whole) -> whole)
                .map(path -> path + ": ")
                .orElse("");
    }

    private static Optional<String> setting(Recorded resource) {
        if (!resource.type().startsWith(OURS)) {
            return Optional.empty();
        }
        var type = resource.type().substring(OURS.length());
        return LinkKind.ofComponent(type)
                .map(LinkKind::block)
                .or(() -> type.equals(APP) ? Optional.of("apps") : Optional.empty())
                .map(block -> block + "." + resource.name())
                .or(() -> Optional.ofNullable(SINGLE.get(type)));
    }
}
