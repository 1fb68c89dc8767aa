package groundwork.command;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Does nothing itself: the launcher builds before it runs any command. */
@Command(
        name = "build",
        mixinStandardHelpOptions = true,
        description = "Builds the jar that Pulumi.yaml names and the policy pack, where their sources have changed.")
final class BuildCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        spec.commandLine().getOut().println("groundwork: target/groundwork.jar is current");
    }
}
