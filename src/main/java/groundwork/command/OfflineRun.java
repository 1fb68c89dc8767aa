package groundwork.command;

import groundwork.Topology;
import groundwork.offline.OfflineEngine;
import groundwork.offline.Run;
import groundwork.offline.recording.Recording;
import groundwork.settings.entry.Reading;
import groundwork.settings.entry.Settings;
import groundwork.settings.source.Configuration;
import java.io.PrintWriter;

/** Runs the stack's program in this process. */
record OfflineRun(StackSelection selection, Terminal terminal, PrintWriter err) {
    private static final int EVERY = 25;

    Recording record() {
        var configuration = selection.configuration();
        return record(configuration, Settings.read(configuration));
    }

    Recording record(Configuration configuration, Reading reading) {
        var run = Run.of(configuration.project(), configuration.stack()).withConfig(configuration.values());
        try {
            return OfflineEngine.run(run, context -> Topology.build(context, reading), this::progress);
        } finally {
            clear();
        }
    }

    private void progress(int resources) {
        if (terminal.showsErr() && resources % EVERY == 0) {
            err.printf("\rgroundwork: %d resources, against a simulated AWS…", resources);
            err.flush();
        }
    }

    private void clear() {
        if (terminal.showsErr()) {
            err.print("\r\033[K");
            err.flush();
        }
    }
}
