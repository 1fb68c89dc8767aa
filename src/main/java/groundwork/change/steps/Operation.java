package groundwork.change.steps;

/** What the engine does with a resource. */
public enum Operation {
    SAME,
    CREATE,
    UPDATE,
    REPLACE,
    DELETE
}
