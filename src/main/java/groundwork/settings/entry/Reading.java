package groundwork.settings.entry;

import groundwork.settings.StackSettings;
import groundwork.settings.problems.Problem;
import groundwork.settings.reader.Effective;
import java.util.List;
import java.util.Map;

/** A stack file that holds together: its settings, where each value came from, and what is odd about it. */
public record Reading(StackSettings settings, String region, Map<String, Effective> effective, List<Problem> warnings) {
    public Reading {
        effective = Map.copyOf(effective);
        warnings = List.copyOf(warnings);
    }
}
