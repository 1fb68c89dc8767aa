package groundwork.report.change;

import groundwork.change.Change;
import groundwork.change.Comparison;
import groundwork.change.hazards.Hazard;
import groundwork.report.TypeName;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A comparison for a pull request. */
public final class DiffMarkdown {
    private final List<String> lines = new ArrayList<>();

    private DiffMarkdown() {}

    public static List<String> of(Comparison comparison) {
        var page = new DiffMarkdown();
        page.lines.add(comparison.isEmpty() ? "Nothing changes." : DiffText.summary(comparison) + ".");
        page.addHazards(comparison.hazards());
        page.add("Created", comparison.created());
        page.add("Updated", comparison.updated());
        page.add("Replaced", comparison.replaced());
        page.add("Deleted", comparison.deleted());
        return List.copyOf(page.lines);
    }

    private void addHazards(List<Hazard> hazards) {
        if (!hazards.isEmpty()) {
            lines.addAll(List.of("", "| Hazard | What happens | Safe way | Setting |", "| --- | --- | --- | --- |"));
            hazards.forEach(hazard ->
                    lines.add(row(code(hazard.name()), hazard.message(), hazard.remedy(), code(hazard.setting()))));
        }
    }

    private void add(String title, List<Change> changes) {
        if (!changes.isEmpty()) {
            lines.addAll(List.of(
                    "",
                    "#### %s (%d)".formatted(title, changes.size()),
                    "",
                    "| Resource | Type | Properties | Setting |",
                    "| --- | --- | --- | --- |"));
            changes.forEach(change -> lines.add(row(
                    code(change.name()),
                    TypeName.of(change.type()),
                    String.join(", ", change.properties()),
                    code(change.setting()))));
        }
    }

    private static String row(String... cells) {
        return Stream.of(cells)
                .map(cell -> cell.replace("|", "\\|").replace("\n", " "))
                .collect(Collectors.joining(" | ", "| ", " |"));
    }

    private static String code(String text) {
        return text.isEmpty() ? "" : "`" + text + "`";
    }
}
