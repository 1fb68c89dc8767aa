package groundwork.command;

import static java.util.stream.Collectors.joining;

import groundwork.settings.problems.Found;
import groundwork.settings.problems.Nearest;
import java.util.Collection;
import java.util.TreeSet;
import picocli.CommandLine;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Reports an invalid command line in two lines. */
final class WrongUse implements IParameterExceptionHandler {
    @Override
    public int handleParseException(ParameterException wrong, String[] arguments) {
        var command = wrong.getCommandLine();
        var err = command.getErr();
        err.println("groundwork: " + message(wrong, command));
        err.printf("%s --help says more%n", command.getCommandSpec().qualifiedName());
        err.flush();
        return Groundwork.FAILED;
    }

    private static String message(ParameterException wrong, CommandLine command) {
        if (wrong instanceof UnmatchedArgumentException unmatched) {
            return unmatched(unmatched.getUnmatched().get(0), command);
        }
        if (wrong instanceof MissingParameterException missing
                && missing.getMissing().get(0) instanceof PositionalParamSpec first) {
            return "%s is missing: %s".formatted(first.paramLabel(), String.join(" ", first.description()));
        }
        return wrong.getMessage();
    }

    private static String unmatched(String written, CommandLine command) {
        if (written.startsWith("-")) {
            return "no such option: " + written + meant(written, options(command));
        }
        if (!command.getSubcommands().isEmpty()) {
            var commands = command.getSubcommands().keySet();
            return "no such command: " + written + meant(written, commands);
        }
        var taken = command.getCommandSpec().positionalParameters().stream()
                .map(PositionalParamSpec::paramLabel)
                .collect(joining(" "));
        return "one argument too many: %s; %s takes %s"
                .formatted(Found.quoted(written), command.getCommandName(), taken.isEmpty() ? "none" : taken);
    }

    private static String meant(String written, Collection<String> known) {
        return Nearest.to(written, known)
                .map(name -> "; did you mean " + Found.quoted(name) + "?")
                .orElse("; there are " + String.join(", ", known));
    }

    private static Collection<String> options(CommandLine command) {
        var names = new TreeSet<String>();
        command.getCommandSpec().options().stream().map(OptionSpec::longestName).forEach(names::add);
        return names;
    }
}
