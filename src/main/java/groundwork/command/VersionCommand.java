package groundwork.command;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The same as {@code --version}, as a command. */
@Command(name = "version", mixinStandardHelpOptions = true, description = "Shows the version.")
final class VersionCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        for (var line : new Version().getVersion()) {
            spec.commandLine().getOut().println(line);
        }
    }
}
