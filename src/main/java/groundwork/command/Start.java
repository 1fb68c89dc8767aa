package groundwork.command;

import com.pulumi.Context;
import com.pulumi.aws.ssm.Parameter;
import com.pulumi.aws.ssm.ParameterArgs;
import groundwork.offline.OfflineEngine;
import groundwork.offline.Run;
import java.util.Set;

/**
 * Starts the command line, and in parallel a program with one resource, so that the classes of every program are
 * already loaded when they are needed. Refers to no picocli class: their class file version is too old for an archive.
 */
public final class Start {
    private static final Set<String> COMMANDS_WITH_A_PROGRAM = Set.of("preview", "diff", "env");

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
        // The command itself fails in the same way, and reports it.
        thread.setUncaughtExceptionHandler((any, failure) -> {});
        thread.start();
    }

    private static void build(Context context) {
        var parameter = new Parameter(
                "one", ParameterArgs.builder().type("String").value("1").build());
        context.export("name", parameter.name());
    }
}
