package groundwork.change.play;

import groundwork.change.steps.Action;
import groundwork.simulated.Finding;

/** What AWS, or the engine, refuses while an update runs, and of which call. */
public record Refused(Action action, Finding finding) {}
