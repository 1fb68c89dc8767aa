package groundwork.observe;

import static java.util.Objects.requireNonNull;

import com.pulumi.core.Output;
import groundwork.plan.watch.Dimension;
import groundwork.plan.watch.Subject;
import java.util.Collection;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** One thing that has metrics, and the values that CloudWatch tells it apart by. */
public record Watched(Subject subject, Map<Dimension, Output<String>> dimensions) {
    public Watched {
        requireNonNull(subject, "subject is null");
        dimensions = Map.copyOf(dimensions);
    }

    static SortedMap<Subject, Map<Dimension, Output<String>>> bySubject(Collection<? extends Watchable> components) {
        var all = new TreeMap<Subject, Map<Dimension, Output<String>>>();
        components.stream()
                .flatMap(component -> component.watched().stream())
                .forEach(watched -> all.put(watched.subject(), watched.dimensions()));
        return all;
    }
}
