package groundwork.change.steps;

import groundwork.offline.recording.Recorded;

/** One call to AWS. */
public record Action(Kind kind, Step step) {
    public enum Kind {
        CREATE,
        UPDATE,
        DELETE
    }

    static Action create(Step step) {
        return new Action(Kind.CREATE, step);
    }

    static Action update(Step step) {
        return new Action(Kind.UPDATE, step);
    }

    static Action delete(Step step) {
        return new Action(Kind.DELETE, step);
    }

    /** What is created, changed or deleted. */
    public Recorded resource() {
        return (kind == Kind.DELETE ? step.before() : step.after()).orElseThrow();
    }
}
