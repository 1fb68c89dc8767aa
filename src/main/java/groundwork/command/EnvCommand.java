package groundwork.command;

import groundwork.report.ServiceEnvironment;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows the environment variables of one service. */
@Command(
        name = "env",
        mixinStandardHelpOptions = true,
        description = "Shows the environment that a service will see; secrets are named, never shown.")
final class EnvCommand extends StackCommand {
    @Parameters(index = "1", paramLabel = "SERVICE", description = "The service's name in the stack file.")
    private String service;

    @Option(names = "--json", description = "Print the environment as JSON.")
    private boolean json;

    @Override
    public Integer call() {
        var recording = new OfflineRun(selection, groundwork.terminal(), err()).record();
        var environment = ServiceEnvironment.of(recording, service);
        if (json) {
            printJson(environment.json());
        } else {
            environment.lines().forEach(out()::println);
        }
        return 0;
    }
}
