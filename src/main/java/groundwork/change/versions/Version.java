package groundwork.change.versions;

import groundwork.Topology;
import groundwork.change.steps.State;
import groundwork.offline.Answers;
import groundwork.offline.FirstDeployment;
import groundwork.offline.Ids;
import groundwork.offline.OfflineEngine;
import groundwork.offline.Run;
import groundwork.offline.recording.Recording;
import groundwork.settings.entry.Reading;
import groundwork.settings.entry.Settings;
import groundwork.settings.source.Configuration;
import java.util.Map;
import java.util.TreeMap;

/** One version of a stack file. */
public record Version(Configuration configuration, Reading reading) {
    public static Version read(Configuration configuration) {
        return new Version(configuration, Settings.read(configuration));
    }

    /** The same stack with other values in its file. */
    public Version with(Map<String, String> values) {
        return read(new Configuration(
                configuration.project(),
                configuration.stack(),
                new TreeMap<>(values),
                configuration.encrypted(),
                configuration.problems()));
    }

    /** What the engine remembers once it has been deployed for the first time. */
    public State deployed() {
        return State.of(record(Ids.KNOWN, new FirstDeployment()));
    }

    /** What the program registers for it, on top of what {@code answers} knows to stand. */
    public Recording record(Ids ids, Answers answers) {
        var run = Run.of(configuration.project(), configuration.stack())
                .withConfig(configuration.values())
                .withIds(ids);
        return OfflineEngine.run(run, context -> Topology.build(context, reading), any -> {}, answers);
    }
}
