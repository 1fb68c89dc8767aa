package groundwork.command;

import groundwork.Topology;
import groundwork.offline.OfflineEngine;
import groundwork.offline.Run;
import groundwork.offline.recording.Recording;
import groundwork.settings.Settings;
import java.io.PrintWriter;

/** The stack's program, run in this process. */
record OfflineRun(StackSelection selection, PrintWriter err) {
    private static final int EVERY = 25;

    Recording record() {
        var configuration = selection.configuration();
        var reading = Settings.read(configuration);
        var run = Run.of(configuration.project(), configuration.stack()).withConfig(configuration.values());
        err.printf(
                "groundwork: stack %s of project %s, against a simulated AWS%n",
                configuration.stack(), configuration.project());
        err.flush();
        var recording = OfflineEngine.run(run, context -> Topology.build(context, reading), this::progress);
        clear();
        return recording;
    }

    private void progress(int resources) {
        if (isTerminal() && resources % EVERY == 0) {
            err.printf("\r%d resources…", resources);
            err.flush();
        }
    }

    private void clear() {
        if (isTerminal()) {
            err.print("\r\033[K");
            err.flush();
        }
    }

    private static boolean isTerminal() {
        return System.console() != null;
    }
}
