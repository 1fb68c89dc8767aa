package groundwork.command;

import groundwork.report.ServiceEnvironment;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** What one service will find in its environment. */
@Command(
        name = "env",
        mixinStandardHelpOptions = true,
        description = "Shows the environment that a service will see; secrets are named, never shown.")
final class EnvCommand implements Callable<Integer> {
    @Mixin
    private StackSelection selection;

    @Parameters(index = "1", paramLabel = "SERVICE", description = "The service's name in the stack file.")
    private String service;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        var out = spec.commandLine().getOut();
        var recording = new OfflineRun(selection, spec.commandLine().getErr()).record();
        ServiceEnvironment.of(recording, service).lines().forEach(out::println);
        out.flush();
        return 0;
    }
}
