package groundwork.engine;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import groundwork.Stacks;
import groundwork.offline.Ids;
import groundwork.policy.Judge;
import groundwork.policy.Judgement.Violation;
import groundwork.policy.NotJudged;
import groundwork.policy.PolicyPack;
import groundwork.settings.entry.Settings;
import groundwork.settings.pack.RuleCatalog;
import groundwork.settings.source.StackFile;
import groundwork.tools.Needs;
import groundwork.tools.Tool;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * An update with the policy pack says of a stack what the offline judgement before it said. Every rule is advisory here, since a
 * mandatory one ends the program at the first resource that violates it.
 */
@Needs({Tool.PULUMI, Tool.NODE})
@Execution(ExecutionMode.CONCURRENT)
class PolicyIT {
    private static final Pattern VIOLATION = Pattern.compile("\\[advisory]\\s+([a-z-]+)\\s+\\(\\S+: (\\S+)\\)");
    private static final Set<String> SUMMARIES = Set.of("not-judged-yet", "exceptions-in-use");

    @ParameterizedTest(name = "{0}")
    @MethodSource("groundwork.engine.StackUnderTest#judged")
    void bothDoorsSayTheSame(StackUnderTest tested) throws IOException, NotJudged {
        var settings = broken(Files.readString(tested.file()));
        try (var workspace = Workspace.of(tested, settings)) {
            assertThat(saidByTheEngine(workspace.upWithPolicies().expectSuccess()))
                    .isNotEmpty()
                    .isEqualTo(saidOffline(tested, settings));
        }
    }

    /** With databases in one zone, and a password where everybody can read it. */
    private static String broken(String settings) {
        var advisory =
                RuleCatalog.names().stream().map(rule -> rule + ": advisory").collect(joining(", "));
        return settings.replace("multiAz: true", "multiAz: false")
                .replaceFirst("environment: \\{ ", "environment: { DB_PASSWORD: hunter2, ")
                .replaceFirst("(?m)^config:$", "config:\n  groundwork:policy: { rules: { " + advisory + " } }");
    }

    private static SortedSet<String> saidByTheEngine(Outcome outcome) {
        return VIOLATION
                .matcher(outcome.everything())
                .results()
                .filter(found -> !SUMMARIES.contains(found.group(1)))
                .map(found -> found.group(1) + " " + found.group(2))
                .collect(toCollection(TreeSet::new));
    }

    private static SortedSet<String> saidOffline(StackUnderTest tested, String settings) throws NotJudged {
        var configuration = tested.configuration(StackFile.parse(tested.toString(), settings));
        var recording = Stacks.run(configuration, Ids.KNOWN);
        try (var judge = Judge.start(PolicyPack.ofRepository())) {
            return judge.judge(recording, Settings.read(configuration).settings()).violations().stream()
                    .filter(PolicyIT::isSeenByTheEngine)
                    .map(violation -> violation.rule() + " "
                            + violation
                                    .resource()
                                    .substring(violation.resource().lastIndexOf("::") + 2))
                    .collect(toCollection(TreeSet::new));
        }
    }

    /** The policy SDK keeps the text of assets to itself. */
    private static boolean isSeenByTheEngine(Violation violation) {
        return !violation.path().startsWith("code.");
    }
}
