package groundwork.settings.problems;

import static java.util.Objects.requireNonNull;

/** One thing wrong with a stack file: where, and what to do about it. */
public record Problem(String path, String message) implements Comparable<Problem> {
    public Problem {
        requireNonNull(path, "path is null");
        requireNonNull(message, "message is null");
        path = Credentials.masked(path);
        message = Credentials.masked(message);
    }

    @Override
    public int compareTo(Problem other) {
        int byPath = PathOrder.BY_STEP.compare(path, other.path);
        return byPath != 0 ? byPath : message.compareTo(other.message);
    }

    @Override
    public String toString() {
        return path + ": " + message;
    }
}
