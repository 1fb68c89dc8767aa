package groundwork.command;

import groundwork.report.ServiceEnvironment;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Shows the environment variables of one service. */
@Command(
        name = "env",
        mixinStandardHelpOptions = true,
        description = "Shows the environment that a service will see; secrets are named, never shown.")
final class EnvCommand implements Callable<Integer> {
    @ParentCommand
    private Groundwork groundwork;

    @Mixin
    private StackSelection selection;

    @Parameters(index = "1", paramLabel = "SERVICE", description = "The service's name in the stack file.")
    private String service;

    @Option(names = "--json", description = "Print the environment as JSON.")
    private boolean json;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        var out = spec.commandLine().getOut();
        var recording = new OfflineRun(
                        selection, groundwork.terminal(), spec.commandLine().getErr())
                .record();
        var environment = ServiceEnvironment.of(recording, service);
        if (json) {
            out.println(groundwork.terminal().json(environment.json()));
        } else {
            environment.lines().forEach(out::println);
        }
        return 0;
    }
}
