package groundwork.observe;

import com.pulumi.core.Output;
import groundwork.base.Component;
import groundwork.base.StackContext;
import groundwork.plan.watch.Dimension;
import groundwork.plan.watch.Subject;
import groundwork.plan.watch.alarms.AlarmPlan;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/** Every alarm that people are told of, in one part for each thing that is watched. */
public final class Alarms extends Component {
    private final List<SubjectAlarms> parts;

    public Alarms(
            String name,
            AlarmPlan plan,
            SortedMap<Subject, Map<Dimension, Output<String>>> names,
            Optional<Output<String>> clusterArn,
            Alerts alerts,
            StackContext stack) {
        super("observe:Alarms", name, stack);
        clusterArn.ifPresent(arn -> new TaskStops("stopped-tasks", arn, this));
        parts = plan.alarms().entrySet().stream()
                .map(planned -> new SubjectAlarms(
                        planned.getKey(), planned.getValue(), names.get(planned.getKey()), alerts, this))
                .toList();
        outputs(Map.of());
    }

    /** The alarm of too many errors at the entrance, which ends an experiment. */
    Optional<Output<String>> entranceErrors() {
        return parts.stream()
                .filter(part -> part.isAbout(Subject.ENTRANCE))
                .flatMap(part -> part.arns().stream())
                .findFirst();
    }

    public List<Output<String>> arns() {
        return parts.stream().flatMap(part -> part.arns().stream()).toList();
    }
}
