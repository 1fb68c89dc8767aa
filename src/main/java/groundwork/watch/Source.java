package groundwork.watch;

import static java.util.Objects.requireNonNull;

import com.pulumi.core.Output;
import java.util.ArrayList;
import java.util.List;

/**
 * Where CloudWatch keeps the metrics of one thing: in a namespace, under the dimensions that tell it from others.
 *
 * @param isGlobal whether they are in us-east-1, wherever the stack is
 */
public record Source(String namespace, List<Dimension> dimensions, boolean isGlobal) {
    public record Dimension(String name, Output<String> value) {
        public Dimension {
            requireNonNull(name, "name is null");
            requireNonNull(value, "value is null");
        }
    }

    public Source {
        requireNonNull(namespace, "namespace is null");
        dimensions = List.copyOf(dimensions);
    }

    public static Source of(String namespace) {
        return new Source(namespace, List.of(), false);
    }

    public Source with(String dimension, Output<String> value) {
        var all = new ArrayList<>(dimensions);
        all.add(new Dimension(dimension, value));
        return new Source(namespace, all, isGlobal);
    }

    public Source inUsEast1() {
        return new Source(namespace, dimensions, true);
    }

    /** The sum of a metric, as a line of a graph. */
    public Graph.Line sum(String name, String label) {
        return metric(name).sum().line(label);
    }

    /** By its average; {@link Metric} has the other statistics. */
    public Metric metric(String name) {
        return new Metric(this, name, Metric.AVERAGE);
    }
}
