package groundwork.report;

import static java.util.Comparator.comparingInt;
import static java.util.Comparator.naturalOrder;
import static java.util.Map.entry;
import static java.util.stream.Collectors.toSet;

import groundwork.offline.recording.Recorded;
import groundwork.offline.recording.Recording;
import groundwork.policy.Judgement.Violation;
import groundwork.settings.LinkKind;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The part of the stack file that a resource comes from. */
final class SettingOf {
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

    private static final Pattern WORD = Pattern.compile("[\\w-]+");
    private static final Pattern PATH = Pattern.compile("[\\w.*-]+");
    private static final Pattern VARIABLE = Pattern.compile("\\b[A-Z][A-Z0-9_]+\\b");

    private SettingOf() {}

    /** The entry or block that its outermost component is made from. */
    static Optional<String> resource(String urn, Recording recording) {
        return Stream.iterate(
                        recording.withUrn(urn),
                        Optional::isPresent,
                        resource -> recording.withUrn(resource.get().parent()))
                .flatMap(resource -> setting(resource.orElseThrow()).stream())
                .reduce((part, whole) -> whole);
    }

    /**
     * The same, down to one setting of the entry: that which is called as the input at fault or as the environment variable in
     * the message, else that which the rule names.
     */
    static Optional<String> violation(Violation violation, Recording recording, Collection<String> settings) {
        return resource(violation.resource(), recording).map(entry -> written(entry, violation, settings)
                .or(() -> named(entry, violation.setting()))
                .orElse(entry));
    }

    private static Optional<String> written(String entry, Violation violation, Collection<String> settings) {
        var words = Stream.concat(
                        WORD.matcher(violation.path()).results(),
                        VARIABLE.matcher(violation.message()).results())
                .map(MatchResult::group)
                .collect(toSet());
        return settings.stream()
                .filter(setting -> setting.startsWith(entry + "."))
                .filter(setting -> words.contains(setting.substring(setting.lastIndexOf('.') + 1)))
                .min(comparingInt(String::length).thenComparing(naturalOrder()));
    }

    private static Optional<String> named(String entry, String ofRule) {
        var name = entry.substring(entry.indexOf('.') + 1);
        return PATH.matcher(ofRule)
                .results()
                .map(found -> found.group().replace("*", name))
                .filter(setting -> setting.startsWith(entry + "."))
                .findFirst();
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
