package groundwork.engine;

import static org.assertj.core.api.Assertions.assertThat;

import groundwork.plugin.Fault;
import groundwork.plugin.Fault.How;
import groundwork.plugin.Fault.Moment;
import groundwork.plugin.Fault.Operation;
import groundwork.tools.Needs;
import groundwork.tools.Tool;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Updates that go wrong half way: once run again, all is as if nothing had happened. */
@Needs(Tool.PULUMI)
class FaultsIT {
    private static final int TRIES = Integer.getInteger("groundwork.faults", 4);
    private static final List<String> CHANGED = List.of("groundwork:owner", "somebody-else");
    private static final List<String> SURVIVED = new ArrayList<>();

    private static Workspace empty;
    private static Workspace built;
    private static Workspace changed;

    @BeforeAll
    static void runUndisturbed() {
        empty = Workspace.of(StackUnderTest.of("prod"));
        empty.configure("groundwork:protect", "false");
        built = empty.copy();
        built.up().expectSuccess();
        assertThat(built.state().resources()).hasSizeGreaterThan(150);
        changed = built.copy();
        change(changed);
        changed.cloud().journal().clear();
        changed.up().expectSuccess();
    }

    @AfterAll
    static void tellWhatWasSurvived() {
        System.out.println("Faults survived: " + SURVIVED.size());
        SURVIVED.forEach(survived -> System.out.println("  " + survived));
        Stream.of(empty, built, changed).forEach(Workspace::close);
    }

    static Stream<Fault> creates() {
        return spread(Operation.CREATE, built.cloud().journal().count(Operation.CREATE));
    }

    static Stream<Fault> updates() {
        return spread(Operation.UPDATE, changed.cloud().journal().count(Operation.UPDATE));
    }

    static Stream<Fault> deletes() {
        return spread(Operation.DELETE, built.cloud().things().size());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("creates")
    void whatWasCutShortIsBuiltOnce(Fault fault) {
        try (var workspace = empty.copy()) {
            workspace.disturbed(fault, "up").expectFailure();

            String way = Recovery.of(workspace).up();

            assertThat(workspace.cloud().things())
                    .containsExactlyElementsOf(built.cloud().things());
            assertThat(workspace.state().differences(built.state())).isEmpty();
            SURVIVED.add(fault + ", " + way);
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("updates")
    void whatWasCutShortIsChangedInTheEnd(Fault fault) {
        try (var workspace = built.copy()) {
            change(workspace);
            workspace.disturbed(fault, "up").expectFailure();

            String way = Recovery.of(workspace).up();

            assertThat(workspace.cloud().things())
                    .containsExactlyElementsOf(changed.cloud().things());
            assertThat(workspace.state().differences(changed.state())).isEmpty();
            SURVIVED.add(fault + ", " + way);
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("deletes")
    void whatWasCutShortIsDestroyedInTheEnd(Fault fault) {
        try (var workspace = built.copy()) {
            workspace.disturbed(fault, "destroy").expectFailure();

            String way = Recovery.of(workspace).destroy();

            assertThat(workspace.cloud().things()).isEmpty();
            assertThat(workspace.state().resources()).isEmpty();
            SURVIVED.add(fault + ", " + way);
        }
    }

    private static void change(Workspace workspace) {
        workspace.configure(CHANGED.get(0), CHANGED.get(1));
    }

    private static Stream<Fault> spread(Operation operation, int last) {
        return IntStream.range(0, TRIES)
                .mapToObj(step -> fault(operation, operation.ordinal() * TRIES + step, position(step, last)));
    }

    private static int position(int step, int last) {
        return TRIES == 1 ? (last + 1) / 2 : 1 + step * (last - 1) / (TRIES - 1);
    }

    /** Goes through every way and moment in a stride that gives neighbours different ones. */
    private static Fault fault(Operation operation, int number, int count) {
        int moments = Moment.values().length;
        int turn = (7 + 3 * number) % (How.values().length * moments);
        return new Fault(How.values()[turn / moments], Moment.values()[turn % moments], operation, count);
    }
}
