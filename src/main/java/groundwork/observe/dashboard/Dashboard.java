package groundwork.observe.dashboard;

import com.pulumi.aws.cloudwatch.DashboardArgs;
import com.pulumi.core.Output;
import groundwork.base.Component;
import groundwork.base.StackContext;
import groundwork.observe.dashboard.Widget.Chart;
import groundwork.plan.names.NameRule;
import groundwork.watch.Source.Dimension;
import groundwork.watch.Watched;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** How the whole stack is doing, on one page of CloudWatch. */
public final class Dashboard extends Component {
    private final com.pulumi.aws.cloudwatch.Dashboard dashboard;

    public Dashboard(String name, List<Watched> watched, List<Output<String>> alarmArns, StackContext stack) {
        super("observe:Dashboard", name, stack);
        dashboard = createDashboard(DashboardPlan.of(watched, alarmArns.size()), alarmArns);
        outputs(Map.of("arn", dashboard.dashboardArn()));
    }

    private com.pulumi.aws.cloudwatch.Dashboard createDashboard(DashboardPlan plan, List<Output<String>> alarmArns) {
        var dimensions = plan.widgets().stream()
                .flatMap(Dashboard::dimensions)
                .distinct()
                .toList();
        var values = Output.all(dimensions.stream().map(Dimension::value).toList());
        var body = Output.tuple(Output.all(alarmArns), values)
                .applyValue(known -> new DashboardBody(stack().region(), known.t1, dimensions, known.t2).of(plan));
        return new com.pulumi.aws.cloudwatch.Dashboard(
                child("dashboard"),
                DashboardArgs.builder()
                        .dashboardName(stack().names().of(NameRule.DASHBOARD))
                        .dashboardBody(body)
                        .build(),
                inside());
    }

    private static Stream<Dimension> dimensions(Placed placed) {
        return placed.widget() instanceof Chart chart
                ? chart.graph().lines().stream().flatMap(line -> line.metric().source().dimensions().stream())
                : Stream.empty();
    }
}
