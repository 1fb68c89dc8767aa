package groundwork.simulated.rules;

import groundwork.settings.problems.Credentials;
import groundwork.simulated.Existing;
import groundwork.simulated.Finding;
import groundwork.values.Secret;
import java.util.Collection;
import java.util.Optional;

/** Where a rule puts what it found about one resource. */
public final class Refusals {
    private final String rule;
    private final Existing resource;
    private final Collection<Finding> found;

    public Refusals(String rule, Existing resource, Collection<Finding> found) {
        this.rule = rule;
        this.resource = resource;
        this.found = found;
    }

    /** What a resource keeps secret is not repeated. */
    public void add(String path, String message, Object... arguments) {
        var said = Credentials.masked(Secret.mask(message.formatted(arguments), resource.inputs()));
        found.add(new Finding(rule, resource.urn(), resource.type(), resource.name(), path, said));
    }

    public void unless(boolean holds, String path, String message, Object... arguments) {
        if (!holds) {
            add(path, message, arguments);
        }
    }

    /** The number at a path, when there is one, must lie within bounds. */
    public void within(String path, long lowest, long highest) {
        outside(path, lowest, highest)
                .ifPresent(value -> add(path, "is %d; AWS takes %d to %d", value, lowest, highest));
    }

    /** The text at a path, when there is one, must have a form; what is said otherwise may quote it as {@code %s}. */
    public void matches(String path, String form, String otherwise) {
        resource.text(path).filter(text -> !text.matches(form)).ifPresent(text -> add(path, otherwise, text));
    }

    private Optional<Long> outside(String path, long lowest, long highest) {
        return resource.number(path).filter(value -> value < lowest || value > highest);
    }
}
