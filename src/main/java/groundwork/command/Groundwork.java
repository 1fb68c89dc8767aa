package groundwork.command;

import groundwork.settings.problems.SettingsException;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.HelpCommand;
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
            ReferenceCommand.class,
            CompletionCommand.class,
            VersionCommand.class,
            HelpCommand.class
        })
public final class Groundwork implements Runnable, IExecutionExceptionHandler {
    static final int FAILED = 1;
    static final int SETTINGS_HAVE_PROBLEMS = 2;

    private static final int NARROWEST_HELP = 60;
    private static final int WIDEST_HELP = 120;

    private final Terminal terminal;

    @Spec
    private CommandSpec spec;

    @Option(names = "--verbose", description = "Show where a failure came from.", scope = CommandLine.ScopeType.INHERIT)
    private boolean verbose;

    private Groundwork(Terminal terminal) {
        this.terminal = terminal;
    }

    /** Runs one command line on the standard streams; the answer is the process's exit code. */
    static int execute(String... arguments) {
        var terminal = Terminal.of(System.getProperties(), System.getenv());
        var out = new Output(new FileOutputStream(FileDescriptor.out));
        var err = terminal.writer(System.err);
        var line = commandLine(terminal).setOut(terminal.writer(out)).setErr(err);
        int code = line.execute(arguments);
        line.getOut().flush();
        var failure = out.failure();
        failure.filter(reason -> !isReaderGone(reason))
                .ifPresent(
                        reason -> err.println("groundwork: can't write to standard output, so the answer is not whole: "
                                + reason.getMessage()));
        err.flush();
        return failure.isPresent() ? FAILED : code;
    }

    static CommandLine commandLine(Terminal terminal) {
        var root = new Groundwork(terminal);
        return new CommandLine(root)
                .setColorScheme(CommandLine.Help.defaultColorScheme(terminal.color() ? Ansi.ON : Ansi.OFF))
                .setUsageHelpWidth(
                        terminal.width() == 0
                                ? WIDEST_HELP
                                : Math.max(NARROWEST_HELP, Math.min(terminal.width(), WIDEST_HELP)))
                .setExecutionStrategy(Groundwork::run)
                .setExecutionExceptionHandler(root)
                .setExitCodeExceptionMapper(wrongUse -> FAILED)
                .setParameterExceptionHandler(new WrongUse());
    }

    Terminal terminal() {
        return terminal;
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
        command.getOut().flush();
        var err = command.getErr();
        int code = failure instanceof SettingsException ? SETTINGS_HAVE_PROBLEMS : FAILED;
        tell(failure, err);
        err.flush();
        return code;
    }

    private void tell(Exception failure, PrintWriter err) {
        if (failure instanceof SettingsException settings) {
            err.println(settings.getMessage());
        } else if (verbose) {
            failure.printStackTrace(err);
        } else {
            err.println("groundwork: " + oneLine(failure) + " (--verbose tells more)");
        }
    }

    private static String oneLine(Exception failure) {
        var message = failure.getMessage() == null ? failure.getClass().getSimpleName() : failure.getMessage();
        return message.strip().replaceAll("\\s*\\R\\s*", " ");
    }

    /** As in {@code preview prod | head}, where nobody wants to be told. */
    private static boolean isReaderGone(IOException reason) {
        return "Broken pipe".equals(reason.getMessage());
    }
}
