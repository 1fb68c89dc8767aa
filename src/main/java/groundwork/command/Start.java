package groundwork.command;

import com.pulumi.Context;
import com.pulumi.aws.ssm.Parameter;
import com.pulumi.aws.ssm.ParameterArgs;
import groundwork.offline.OfflineEngine;
import groundwork.offline.Run;
import java.util.Set;

/**
 * Starts the command line, and on a second core a program of one resource, so that what every program needs is loaded
 * by the time it is asked for. It names no class of picocli: those are too old for a class archive.
 */
public final class Start {
    private static final Set<String> COMMANDS_WITH_A_PROGRAM = Set.of("preview", "env");

    private Start() {}

    public static void main(String[] arguments) {
        if (arguments.length > 0 && COMMANDS_WITH_A_PROGRAM.contains(arguments[0])) {
            warmUp();
        }
        System.exit(Groundwork.execute(arguments));
    }

    private static void warmUp() {
        var thread = new Thread(() -> OfflineEngine.run(Run.of("head", "start"), Start::build), "head-start");
        thread.setDaemon(true);
        // Whatever is wrong here is met again, and told, by the command itself.
        thread.setUncaughtExceptionHandler((any, failure) -> {});
        thread.start();
    }

    private static void build(Context context) {
        var parameter = new Parameter(
                "one", ParameterArgs.builder().type("String").value("1").build());
        context.export("name", parameter.name());
    }
}
