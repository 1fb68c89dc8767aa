package groundwork.engine;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import groundwork.change.Change;
import groundwork.change.Changed;
import groundwork.change.Comparison;
import groundwork.tools.Needs;
import groundwork.tools.Tool;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What {@code ./groundwork diff} foretells is what the engine's own preview says, step by step and property by property. */
@Needs(Tool.PULUMI)
class ForetoldIT {
    private static final String FILE = "Pulumi.prod.yaml";
    private static final Changed STANDS = Changed.file(FILE);
    private static Workspace built;

    @BeforeAll
    static void build() {
        built = Workspace.of(StackUnderTest.of("prod"));
        built.up().expectSuccess();
    }

    @AfterAll
    static void close() {
        built.close();
    }

    @ParameterizedTest(name = "{0} becomes {1}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            app:1.0.0                         | app:1.0.1
            sticky: 1d                        | sticky: 2d
            port: 3000                        | port: 3001
            links: [db, redis, log-level, database-pool-size, api-keys] | links: [db]
            worker:\\n      image: worker:1.0.0 | jobs:\\n      image: jobs:1.0.0
            owner: interviewlm                | owner: somebody-else
            hosts: [cdn.interviewlm.com]      | hosts: [static.interviewlm.com]
            """)
    void whatTheEngineSays(String piece, String replacement) {
        var changed = STANDS.where(newLines(piece), newLines(replacement));
        built.write(changed.text());

        var engine = built.preview();
        var foretold = STANDS.to(changed);

        assertThat(foretold(foretold)).isEqualTo(said(engine));
    }

    private static String newLines(String piece) {
        return piece.replace("\\n", "\n");
    }

    private static SortedSet<String> said(Steps engine) {
        return engine.all().stream()
                .filter(step -> !step.operation().equals("same") && !step.name().startsWith("default_"))
                .map(step -> text(step.operation(), step.type(), step.name(), step.properties()))
                .collect(toCollection(TreeSet::new));
    }

    private static SortedSet<String> foretold(Comparison comparison) {
        return Stream.of(
                        texts("create", comparison.created()),
                        texts("update", comparison.updated()),
                        texts("replace", comparison.replaced()),
                        texts("delete", comparison.deleted()))
                .flatMap(texts -> texts)
                .collect(toCollection(TreeSet::new));
    }

    private static Stream<String> texts(String operation, List<Change> changes) {
        return changes.stream().map(change -> text(operation, change.type(), change.name(), change.properties()));
    }

    private static String text(String operation, String type, String name, List<String> properties) {
        return "%s %s %s %s".formatted(operation, type, name, properties);
    }
}
