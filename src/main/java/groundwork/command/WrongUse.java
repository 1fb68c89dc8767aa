package groundwork.command;

import groundwork.settings.problems.Nearest;
import groundwork.settings.reader.Found;
import picocli.CommandLine;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says in two lines what is wrong with a command line. */
final class WrongUse implements IParameterExceptionHandler {
    @Override
    public int handleParseException(ParameterException wrong, String[] arguments) {
        var command = wrong.getCommandLine();
        var err = command.getErr();
        err.println("groundwork: " + message(wrong, command));
        err.printf("%s --help says more%n", command.getCommandSpec().qualifiedName());
        return Groundwork.FAILED;
    }

    private static String message(ParameterException wrong, CommandLine command) {
        if (!(wrong instanceof UnmatchedArgumentException unmatched)
                || command.getSubcommands().isEmpty()) {
            return wrong.getMessage();
        }
        var written = unmatched.getUnmatched().get(0);
        var commands = command.getSubcommands().keySet();
        return "no such command: " + written
                + Nearest.to(written, commands)
                        .map(name -> "; did you mean " + Found.quoted(name) + "?")
                        .orElse("; there are " + String.join(", ", commands));
    }
}
