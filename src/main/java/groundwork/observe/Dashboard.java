package groundwork.observe;

import com.pulumi.aws.cloudwatch.DashboardArgs;
import com.pulumi.core.Output;
import groundwork.base.Component;
import groundwork.base.StackContext;
import groundwork.plan.names.NameRule;
import groundwork.plan.watch.Dimension;
import groundwork.plan.watch.Subject;
import groundwork.plan.watch.graphs.DashboardPlan;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** How the whole stack is doing, on one page of CloudWatch. */
public final class Dashboard extends Component {
    private final com.pulumi.aws.cloudwatch.Dashboard dashboard;

    public Dashboard(
            String name,
            DashboardPlan plan,
            SortedMap<Subject, Map<Dimension, Output<String>>> names,
            List<Output<String>> alarmArns,
            StackContext stack) {
        super("observe:Dashboard", name, stack);
        dashboard = createDashboard(plan, names, alarmArns);
        outputs(Map.of("arn", dashboard.dashboardArn()));
    }

    private com.pulumi.aws.cloudwatch.Dashboard createDashboard(
            DashboardPlan plan,
            SortedMap<Subject, Map<Dimension, Output<String>>> names,
            List<Output<String>> alarmArns) {
        var body = Output.tuple(Output.all(alarmArns), known(names))
                .applyValue(known -> new DashboardBody(stack().region(), known.t1, known.t2).of(plan));
        return new com.pulumi.aws.cloudwatch.Dashboard(
                child("dashboard"),
                DashboardArgs.builder()
                        .dashboardName(stack().names().of(NameRule.DASHBOARD))
                        .dashboardBody(body)
                        .build(),
                inside());
    }

    private static Output<Map<Subject, Map<Dimension, String>>> known(
            SortedMap<Subject, Map<Dimension, Output<String>>> names) {
        var ordered = new TreeMap<Subject, EnumMap<Dimension, Output<String>>>();
        names.forEach((subject, values) -> ordered.put(subject, new EnumMap<>(values)));
        var outputs = new ArrayList<Output<String>>();
        ordered.values().forEach(values -> outputs.addAll(values.values()));
        return Output.all(outputs).applyValue(texts -> {
            Iterator<String> next = texts.iterator();
            var known = new TreeMap<Subject, Map<Dimension, String>>();
            ordered.forEach((subject, values) -> {
                var of = new EnumMap<Dimension, String>(Dimension.class);
                values.keySet().forEach(dimension -> of.put(dimension, next.next()));
                known.put(subject, of);
            });
            return known;
        });
    }
}
