package groundwork.change.pairs;

import com.google.gson.JsonObject;
import groundwork.change.versions.Version;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A stack file that is deployed, and the edits of each update that follows. */
record Journey(String base, JsonObject config, List<List<Edit>> updates) {
    Version start() {
        return Versions.of(config).orElseThrow();
    }

    /** The version of each update; an edit that would make the file invalid is left out. */
    List<Version> versions() {
        var versions = new ArrayList<Version>();
        var current = config;
        for (var edits : updates) {
            var before = current;
            for (var edit : edits) {
                var edited = edit.applied(current);
                if (!edited.equals(current) && Versions.of(edited).isPresent()) {
                    current = edited;
                }
            }
            if (!current.equals(before)) {
                versions.add(Versions.of(current).orElseThrow());
            }
        }
        return versions;
    }

    @Override
    public String toString() {
        return base
                + updates.stream()
                        .map(edits -> edits.stream().map(edit -> "\n  " + edit).collect(Collectors.joining()))
                        .collect(Collectors.joining("\n then"));
    }
}
