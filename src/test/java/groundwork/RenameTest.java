package groundwork;

import static org.assertj.core.api.Assertions.assertThat;

import groundwork.change.Change;
import groundwork.change.Comparison;
import groundwork.change.hazards.Hazard;
import groundwork.change.versions.Version;
import groundwork.settings.source.ProjectFile;
import groundwork.settings.source.StackFile;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An entry under another name is what it was, as the engine plans it. */
class RenameTest {
    private static final Set<String> NAMED_ANEW = Set.of("metricAlarm", "subjectAlarms", "taskDefinition", "parameter");

    private static final String STACK =
            """
            config:
              aws:region: us-east-1
              groundwork:system: shop
              groundwork:owner: us
              groundwork:environment: production
              groundwork:services:
                a: { image: a:1, port: 80, routes: [/*], links: [NAME] }
                b: { image: b:1, links: [NAME] }
              groundwork:BLOCK: { NAME: { ENTRY } }
            """;

    /** What is replaced holds nothing; the rest is not touched, or updated in place. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "databases  | backups: 7d                | secret, secretVersion",
                "databases  | engine: aurora-postgres    | secret, secretVersion",
                "databases  | replicas: { min: 2 }       | secret, secretVersion, zone, record",
                "caches     | snapshots: 7d              | secret, secretVersion",
                "tables     | partitionKey: id           | ",
                "queues     | retries: 3                 | ",
                "topics     | email: [ops@example.com]   | ",
                "buckets    | versioning: true           | ",
                "secrets    | generate: 20               | ",
                "secrets    | byHand: true               | ",
                "parameters | value: x                   | parameter",
                "externals  | 'host: db.example.com, addresses: [192.0.2.0/24], port: 5432, scheme: tcp' | ",
            })
    void keepsWhatItHolds(String block, String entry, String replaced) {
        var comparison = compared(block, entry);

        var gone = Stream.concat(comparison.replaced().stream(), comparison.deleted().stream())
                .map(RenameTest::kind)
                .filter(kind -> !NAMED_ANEW.contains(kind))
                .toList();
        assertThat(gone).isSubsetOf(replaced == null ? List.of() : List.of(replaced.split(", ")));
        assertThat(comparison.hazards())
                .extracting(Hazard::kind)
                .doesNotContain(Hazard.Kind.REFUSED, Hazard.Kind.DATA_LOST);
    }

    private static Comparison compared(String block, String entry) {
        return Comparison.of(
                Optional.of(version(block, "old", entry)), version(block, "new", entry + ", renamedFrom: old"));
    }

    private static Version version(String block, String name, String entry) {
        var text = STACK.replace("NAME", name).replace("BLOCK", block).replace("ENTRY", entry);
        return Version.read(ProjectFile.in(Path.of("").toAbsolutePath()).with("prod", StackFile.parse("prod", text)));
    }

    private static String kind(Change change) {
        var type = change.type().substring(change.type().lastIndexOf(':') + 1);
        return type.substring(0, 1).toLowerCase() + type.substring(1);
    }
}
