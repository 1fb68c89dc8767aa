package groundwork.settings;

import groundwork.settings.problems.Problem;
import groundwork.settings.reader.Effective;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** A stack file that holds together: its settings, where each value came from, and what is odd about it. */
public record Reading(
        StackSettings settings, String region, SortedMap<String, Effective> effective, List<Problem> warnings) {
    public Reading {
        effective = Collections.unmodifiableSortedMap(new TreeMap<>(effective));
        warnings = List.copyOf(warnings);
    }
}
