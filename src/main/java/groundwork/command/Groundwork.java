package groundwork.command;

import groundwork.settings.problems.SettingsException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.RunLast;
import picocli.CommandLine.Spec;
import picocli.CommandLine.UnmatchedArgumentException;

/** The command line: what can be known about a stack without an AWS account. */
@Command(
        name = "groundwork",
        description = "Shows what a stack file becomes, before anything is built.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        synopsisSubcommandLabel = "COMMAND",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:all is well", "1:something failed", "2:the settings have problems"},
        subcommands = {
            PreviewCommand.class,
            EnvCommand.class,
            SettingsCommand.class,
            BuildCommand.class,
            ReferenceCommand.class
        })
public final class Groundwork implements Runnable, IExecutionExceptionHandler {
    static final int FAILED = 1;
    static final int SETTINGS_HAVE_PROBLEMS = 2;

    @Spec
    private CommandSpec spec;

    @Option(names = "--verbose", description = "Show where a failure came from.", scope = CommandLine.ScopeType.INHERIT)
    private boolean verbose;

    static CommandLine commandLine() {
        var root = new Groundwork();
        return new CommandLine(root)
                .setExecutionStrategy(Groundwork::run)
                .setExecutionExceptionHandler(root)
                .setExitCodeExceptionMapper(wrongUse -> FAILED)
                .setParameterExceptionHandler(new WrongUse());
    }

    /** Who asks for help with a command that there is not is told so. */
    private static int run(ParseResult arguments) {
        if (!arguments.unmatched().isEmpty()) {
            throw new UnmatchedArgumentException(arguments.commandSpec().commandLine(), arguments.unmatched());
        }
        return new RunLast().execute(arguments);
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Which command?");
    }

    @Override
    public int handleExecutionException(Exception failure, CommandLine command, ParseResult arguments) {
        var err = command.getErr();
        if (failure instanceof SettingsException settings) {
            err.println(settings.getMessage());
            return SETTINGS_HAVE_PROBLEMS;
        }
        if (verbose) {
            failure.printStackTrace(err);
        } else {
            err.println("groundwork: " + oneLine(failure) + " (--verbose tells more)");
        }
        return FAILED;
    }

    private static String oneLine(Exception failure) {
        var message = failure.getMessage() == null ? failure.getClass().getSimpleName() : failure.getMessage();
        return message.strip().replaceAll("\\s*\\R\\s*", " ");
    }
}
