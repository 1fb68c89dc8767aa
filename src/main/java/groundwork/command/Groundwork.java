package groundwork.command;

import groundwork.settings.problems.SettingsException;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
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

/** The command line: shows everything about a stack that needs no AWS account. */
@Command(
        name = "groundwork",
        description = "Shows what a stack file becomes, before anything is built.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        synopsisSubcommandLabel = "COMMAND",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:all is well",
            "1:something failed",
            "2:the settings have problems",
            "3:a mandatory rule is violated",
            "5:a change has a hazard that is not accepted"
        })
public final class Groundwork implements Runnable, IExecutionExceptionHandler {
    static final int FAILED = 1;
    static final int SETTINGS_HAVE_PROBLEMS = 2;
    static final int POLICY_IS_VIOLATED = 3;
    static final int HAS_HAZARDS = 5;

    private static final Map<String, Supplier<Object>> AWAITED = new TreeMap<>(Map.of(
            "preview",
            PreviewCommand::new,
            "diff",
            DiffCommand::new,
            "env",
            EnvCommand::new,
            "settings",
            SettingsCommand::new));
    private static final List<Supplier<Object>> OTHERS = List.of(
            BuildCommand::new, ReferenceCommand::new, CompletionCommand::new, VersionCommand::new, HelpCommand::new);
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

    /** Runs one command line on the standard streams and returns the exit code. */
    static int execute(String... arguments) {
        var terminal = Terminal.of(System.getProperties(), System.getenv());
        var out = new Output(new FileOutputStream(FileDescriptor.out));
        var err = terminal.writer(System.err);
        var line = commandLine(terminal, arguments).setOut(terminal.writer(out)).setErr(err);
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

    /** Loads only the requested command if it is a frequent one, because loading all commands takes time. */
    static CommandLine commandLine(Terminal terminal, String... arguments) {
        var root = new Groundwork(terminal);
        var line = new CommandLine(root);
        var asked = arguments.length == 0 ? null : AWAITED.get(arguments[0]);
        if (asked != null) {
            line.addSubcommand(asked.get());
        } else {
            AWAITED.values().forEach(command -> line.addSubcommand(command.get()));
            OTHERS.forEach(command -> line.addSubcommand(command.get()));
        }
        return line.setColorScheme(CommandLine.Help.defaultColorScheme(terminal.color() ? Ansi.ON : Ansi.OFF))
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

    /** Reports an unknown command in a request for help. */
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

    /** The reader closed the pipe, as in {@code preview prod | head}; no message is needed. */
    private static boolean isReaderGone(IOException reason) {
        return "Broken pipe".equals(reason.getMessage());
    }
}
