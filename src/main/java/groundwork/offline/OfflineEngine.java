package groundwork.offline;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.pulumi.Config;
import com.pulumi.Context;
import com.pulumi.Log;
import com.pulumi.context.internal.ConfigContextInternal;
import com.pulumi.context.internal.ContextInternal;
import com.pulumi.context.internal.LoggingContextInternal;
import com.pulumi.context.internal.OutputContextInternal;
import com.pulumi.core.internal.OutputFactory;
import com.pulumi.deployment.internal.DeploymentImpl;
import com.pulumi.deployment.internal.DeploymentImpl.DeploymentState;
import com.pulumi.deployment.internal.DeploymentInstanceHolder;
import com.pulumi.deployment.internal.DeploymentInstanceInternal;
import com.pulumi.deployment.internal.Monitor;
import com.pulumi.deployment.internal.Runner;
import com.pulumi.internal.PulumiInternal;
import groundwork.offline.recording.Recording;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Runs a program in this JVM, with no CLI, no account and no state, and records all it registers. */
public final class OfflineEngine {
    private static final String ORGANIZATION = "organization";
    private static final Logger SILENT = Logger.getLogger(OfflineEngine.class.getName());

    static {
        SILENT.setLevel(Level.OFF);
    }

    private OfflineEngine() {}

    /** The program's own exceptions come out as they were thrown. */
    public static Recording run(Run run, Consumer<Context> program) {
        return run(run, program, registered -> {});
    }

    /** {@code progress} is told how many resources there are so far, whenever there is one more. */
    public static Recording run(Run run, Consumer<Context> program, IntConsumer progress) {
        return run(run, program, progress, new FirstDeployment());
    }

    /** On top of whatever {@code answers} knows to stand already. */
    public static Recording run(Run run, Consumer<Context> program, IntConsumer progress, Answers answers) {
        var ledger = new Ledger(progress);
        var messages = new Messages();
        var state = state(run, new RecordingMonitor(run, ledger, answers), messages);
        var outer = DeploymentInstanceHolder.getInstanceNoThrow();
        try {
            DeploymentInstanceHolder.setInstance(new DeploymentInstanceInternal(new DeploymentImpl(state)));
            new Program(state.runner, context(run, state)).runToTheEnd(program);
        } finally {
            DeploymentInstanceHolder.setInstance(outer);
        }
        return Review.of(run, ledger, messages);
    }

    private static DeploymentState state(Run run, Monitor monitor, Messages messages) {
        var state = new DeploymentState(
                new DeploymentImpl.Config(ImmutableMap.copyOf(run.config()), ImmutableSet.copyOf(run.secretKeys())),
                SILENT,
                ORGANIZATION,
                run.project(),
                run.stack(),
                "",
                run.ids() == Ids.UNKNOWN,
                new QuietEngine(),
                monitor);
        // The SDK's own runner spins over all tasks, and its own logger chains every debug message: both cost more
        // than the run itself.
        state.runner = new Tasks();
        state.logger = messages;
        return state;
    }

    private static ContextInternal context(Run run, DeploymentState state) {
        return new ContextInternal(
                ORGANIZATION,
                run.project(),
                run.stack(),
                new LoggingContextInternal(new Log(state.logger)),
                new ConfigContextInternal(run.project(), name -> new Config(state.config, name)),
                new OutputContextInternal(new OutputFactory(state.runner)),
                List.of());
    }

    private static final class Program extends PulumiInternal {
        Program(Runner runner, ContextInternal context) {
            super(runner, context);
        }

        void runToTheEnd(Consumer<Context> program) {
            try {
                runAsyncResult(program).join();
            } catch (CompletionException failure) {
                throw Tasks.thrown(failure);
            }
        }
    }
}
