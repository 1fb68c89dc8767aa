package groundwork.settings.reader;

import groundwork.settings.units.Sensitive;

/** A value as it holds in the end, written the way a stack file writes it. */
public record Effective(String value, Origin origin) {
    public Effective hidden() {
        return new Effective(Sensitive.MASK, origin);
    }

    /** Defaults stay what they are, whoever asked for what they are defaults of. */
    public Effective from(Origin other) {
        return origin.equals(Origin.STACK_FILE) ? new Effective(value, other) : this;
    }
}
