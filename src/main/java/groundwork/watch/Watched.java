package groundwork.watch;

import static java.util.Objects.requireNonNull;

import java.util.List;

/** What has alarms of a component, and its section of the dashboard. */
public record Watched(List<Subject> subjects, String heading, List<Graph> graphs) {
    public Watched {
        requireNonNull(heading, "heading is null");
        subjects = List.copyOf(subjects);
        graphs = List.copyOf(graphs);
    }

    public static Watched of(Subject subject, String heading, Graph... graphs) {
        return new Watched(List.of(subject), heading, List.of(graphs));
    }
}
