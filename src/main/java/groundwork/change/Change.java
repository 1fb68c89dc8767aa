package groundwork.change;

import groundwork.change.causes.Causes;
import groundwork.change.steps.Step;
import java.util.List;

/** What happens to one resource, through which of its properties, and the setting that caused it. */
public record Change(String urn, String type, String name, List<String> properties, String setting) {
    static Change of(Step step, Causes causes) {
        var resource = step.resource();
        return new Change(
                resource.urn(), resource.type(), resource.name(), List.copyOf(step.changed()), causes.of(step));
    }
}
