package groundwork.engine;

import static org.assertj.core.api.Assertions.assertThat;

import groundwork.Stacks;
import groundwork.offline.Ids;
import groundwork.offline.recording.Recording;
import groundwork.tools.Needs;
import groundwork.tools.Tool;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every stack file of the repository, from its first preview to its last resource, on the real engine. */
@Needs({Tool.PULUMI, Tool.NODE})
@Execution(ExecutionMode.CONCURRENT)
class EveryStackIT {
    @ParameterizedTest(name = "{0}")
    @MethodSource("groundwork.engine.StackUnderTest#all")
    void livesFromItsFirstPreviewToItsLastResource(StackUnderTest tested) {
        try (var workspace = Workspace.of(tested)) {
            assertThat(workspace.preview().operations()).containsExactly("create");

            workspace.upWithPolicies().expectSuccess();
            standsInTheCloudAsInTheState(workspace);
            Parity.of(recording(tested), workspace.state()).holds();
            assertThat(workspace.preview().changes()).isEmpty();

            changesTagsInPlace(workspace);
            workspace.refresh("--expect-no-changes").expectSuccess();
            leavesNothingBehind(workspace);
        }
    }

    private static void standsInTheCloudAsInTheState(Workspace workspace) {
        assertThat(workspace.cloud().things())
                .extracting(thing -> thing.urn() + " " + thing.id())
                .containsExactlyInAnyOrderElementsOf(workspace.state().ofPackage("aws").stream()
                        .map(held -> held.urn() + " " + held.id())
                        .toList());
    }

    private static void changesTagsInPlace(Workspace workspace) {
        var tagged = workspace.state().resources().stream()
                .filter(held -> held.outputs().containsKey("tagsAll"))
                .toList();
        workspace.configure("groundwork:owner", "somebody-else");

        var steps = workspace.preview();

        assertThat(steps.operations()).isSubsetOf("same", "update");
        assertThat(steps.all())
                .filteredOn(step ->
                        step.operation().equals("update") && !step.type().startsWith("pulumi:providers:"))
                .hasSameSizeAs(tagged);
        workspace.up().expectSuccess();
    }

    private static void leavesNothingBehind(Workspace workspace) {
        var kept = workspace.state().resources().stream()
                .filter(State.Held::protect)
                .toList();
        if (!kept.isEmpty()) {
            assertThat(workspace.type("pulumi destroy").expectFailure().everything())
                    .contains("protected");
            assertThat(workspace.cloud().things())
                    .extracting(thing -> thing.urn())
                    .containsAll(kept.stream().map(State.Held::urn).toList());
            workspace.configure("groundwork:protect", "false");
            workspace.up().expectSuccess();
        }
        workspace.destroy().expectSuccess();
        assertThat(workspace.cloud().things()).isEmpty();
    }

    private static Recording recording(StackUnderTest tested) {
        return Stacks.run(tested.configuration(), Ids.KNOWN);
    }
}
