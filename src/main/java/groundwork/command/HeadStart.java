package groundwork.command;

import com.pulumi.Context;
import com.pulumi.aws.ssm.Parameter;
import com.pulumi.aws.ssm.ParameterArgs;
import groundwork.offline.OfflineEngine;
import groundwork.offline.Run;
import java.util.Set;

/** Runs a program of one resource on a second core, so that what every program needs is loaded while the first core reads. */
final class HeadStart {
    private static final Set<String> COMMANDS = Set.of("preview", "env");

    private HeadStart() {}

    static void take(String... arguments) {
        if (arguments.length > 0 && COMMANDS.contains(arguments[0])) {
            var thread = new Thread(() -> OfflineEngine.run(Run.of("head", "start"), HeadStart::build), "head-start");
            thread.setDaemon(true);
            // Whatever is wrong here is met again, and told, by the command itself.
            thread.setUncaughtExceptionHandler((any, failure) -> {});
            thread.start();
        }
    }

    private static void build(Context context) {
        var parameter = new Parameter(
                "one", ParameterArgs.builder().type("String").value("1").build());
        context.export("name", parameter.name());
    }
}
