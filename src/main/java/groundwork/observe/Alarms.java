package groundwork.observe;

import com.pulumi.core.Output;
import groundwork.base.Component;
import groundwork.base.StackContext;
import groundwork.watch.Subject;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Every alarm that people are told of, in one part for each thing that is watched. */
public final class Alarms extends Component {
    private final List<SubjectAlarms> parts;

    public Alarms(
            String name,
            List<Subject> subjects,
            Optional<Output<String>> clusterArn,
            Alerts alerts,
            StackContext stack) {
        super("observe:Alarms", name, stack);
        clusterArn.ifPresent(arn -> new TaskStops("stopped-tasks", arn, this));
        parts = subjects.stream()
                .map(subject -> new SubjectAlarms(subject, alerts, this))
                .toList();
        outputs(Map.of());
    }

    /** The alarm that ends an experiment, and rolls a deployment back. */
    Optional<Output<String>> turningBack() {
        return parts.stream().flatMap(SubjectAlarms::turningBack).findFirst();
    }

    public List<Output<String>> arns() {
        return parts.stream().flatMap(part -> part.arns().stream()).toList();
    }
}
