package groundwork.engine;

import static org.assertj.core.api.Assertions.assertThat;

import groundwork.tools.Needs;
import groundwork.tools.Tool;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** README's production stack lives: each change of it ends well, and leaves nothing to do and nothing behind. */
@Needs(Tool.PULUMI)
@Execution(ExecutionMode.CONCURRENT)
class LivingStackIT {
    private static Workspace built;

    @BeforeAll
    static void build() {
        built = Workspace.of("prod", Readme.stackFile());
        built.type("pulumi stack init prod").expectSuccess();
        built.up().expectSuccess();
    }

    @AfterAll
    static void close() {
        built.close();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("groundwork.engine.StackChange#wanted")
    void changes(StackChange change) {
        try (var workspace = built.copy()) {
            for (var file : change.from(Readme.stackFile())) {
                workspace.write(file);
                workspace.up().expectSuccess();
                assertThat(workspace.preview().changes()).isEmpty();
            }
            standsInTheCloudAsInTheState(workspace);
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("groundwork.engine.StackChange#refused")
    void isRefusedBeforeAnythingIsTouched(StackChange change) {
        try (var workspace = built.copy()) {
            var files = change.from(Readme.stackFile());
            for (var file : files.subList(0, files.size() - 1)) {
                workspace.write(file);
                workspace.up().expectSuccess();
            }
            workspace.write(files.get(files.size() - 1));
            workspace.type("pulumi preview").expectFailure();
        }
    }

    @Test
    void isTakenDownOnceItIsNotProtected() {
        try (var workspace = built.copy()) {
            assertThat(workspace
                            .type("pulumi destroy --yes --stack prod")
                            .expectFailure()
                            .everything())
                    .contains("protected");
            workspace.configure("groundwork:protect", "false");
            workspace.up().expectSuccess();
            workspace.destroy().expectSuccess();
            assertThat(workspace.cloud().things()).isEmpty();
        }
    }

    private static void standsInTheCloudAsInTheState(Workspace workspace) {
        assertThat(workspace.cloud().things())
                .extracting(thing -> thing.type() + " " + thing.id())
                .containsExactlyInAnyOrderElementsOf(workspace.state().ofPackage("aws").stream()
                        .map(held -> held.type() + " " + held.id())
                        .toList());
    }
}
