package groundwork.observe.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import groundwork.observe.dashboard.Widget.AlarmStates;
import groundwork.observe.dashboard.Widget.Chart;
import groundwork.observe.dashboard.Widget.Heading;
import groundwork.watch.Graph;
import groundwork.watch.Watched;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class DashboardPlanTest {
    private static final Graph GRAPH = new Graph("Requests", List.of());

    @Example
    void hasASectionForWhateverHasGraphs() {
        var alarmsOnly = new Watched(List.of(), "", List.of());

        assertThat(widgets(List.of(section("app"), alarmsOnly, section("db")), 101))
                .containsExactly(
                        new AlarmStates(0, 100),
                        new AlarmStates(100, 101),
                        new Heading("app"),
                        new Chart(GRAPH),
                        new Heading("db"),
                        new Chart(GRAPH));
    }

    @Example
    void saysHowMuchFindsNoRoom() {
        var sections = IntStream.range(0, 400)
                .mapToObj(number -> section("s" + number))
                .toList();

        var widgets = widgets(sections, 0);

        assertThat(widgets).hasSize(500);
        assertThat(widgets.get(499)).isEqualTo(new Heading("301 more find no room on a dashboard"));
    }

    @Example
    void isEmptyWhereThereIsNothing() {
        assertThat(widgets(List.of(), 0)).isEmpty();
    }

    @Property(tries = 200)
    void nothingOverlapsHoweverManyThereAre(@ForAll @Size(max = 60) List<@IntRange(max = 2) Integer> kinds) {
        var some = kinds.stream()
                .map(kind -> kind == 0 ? new Heading("") : kind == 1 ? new Chart(GRAPH) : new AlarmStates(0, 1))
                .toList();

        var placed = Placed.inRows(List.copyOf(some));

        assertThat(placed).extracting(Placed::widget).isEqualTo(some);
        assertThat(overlaps(placed)).isFalse();
        assertThat(placed).allMatch(widget -> widget.x() + widget.widget().width() <= 24);
    }

    private static boolean overlaps(List<Placed> placed) {
        var taken = new HashSet<List<Integer>>();
        return placed.stream().anyMatch(one -> IntStream.range(0, one.widget().width())
                .boxed()
                .flatMap(right -> IntStream.range(0, one.widget().height())
                        .mapToObj(down -> Arrays.asList(one.x() + right, one.y() + down)))
                .anyMatch(cell -> !taken.add(cell)));
    }

    private static Watched section(String heading) {
        return new Watched(List.of(), heading, List.of(GRAPH));
    }

    private static List<Widget> widgets(List<Watched> watched, int alarms) {
        return DashboardPlan.of(watched, alarms).widgets().stream()
                .map(Placed::widget)
                .toList();
    }
}
