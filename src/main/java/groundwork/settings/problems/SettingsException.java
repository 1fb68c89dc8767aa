package groundwork.settings.problems;

import static java.util.stream.Collectors.joining;

import java.util.List;

/** Every problem of a stack file at once; nothing has been registered when this is thrown. */
public final class SettingsException extends RuntimeException {
    private final transient List<Problem> problems;

    public SettingsException(List<Problem> problems) {
        super(problems.size() == 1 ? "1 problem in the settings" : problems.size() + " problems in the settings");
        this.problems = List.copyOf(problems);
    }

    public List<Problem> problems() {
        return problems;
    }

    @Override
    public String getMessage() {
        return super.getMessage() + "\n"
                + problems.stream().map(problem -> "  " + problem).collect(joining("\n"));
    }
}
