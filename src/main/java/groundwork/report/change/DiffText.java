package groundwork.report.change;

import groundwork.change.Change;
import groundwork.change.Comparison;
import groundwork.change.hazards.Hazard;
import groundwork.report.Style;
import groundwork.report.TypeName;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** A comparison as people read it: what is created, updated, replaced and deleted, then the hazards with the safe way. */
public final class DiffText {
    private final Style style;
    private final List<String> lines = new ArrayList<>();

    private DiffText(Style style) {
        this.style = style;
    }

    public static List<String> of(Comparison comparison, Collection<String> accepted, Style style) {
        var text = new DiffText(style);
        if (comparison.isEmpty()) {
            text.lines.add("nothing changes");
        }
        text.add("created", comparison.created());
        text.add("updated", comparison.updated());
        text.add("replaced", comparison.replaced());
        text.add("deleted", comparison.deleted());
        text.addHazards(comparison.hazards(), accepted);
        return List.copyOf(text.lines);
    }

    /** The same in one line. */
    public static String summary(Comparison comparison) {
        int hazards = comparison.hazards().size();
        return "%d created, %d updated, %d replaced, %d deleted%s"
                .formatted(
                        comparison.created().size(),
                        comparison.updated().size(),
                        comparison.replaced().size(),
                        comparison.deleted().size(),
                        hazards == 0 ? "" : hazards == 1 ? ", 1 hazard" : ", %d hazards".formatted(hazards));
    }

    private void add(String title, List<Change> changes) {
        if (changes.isEmpty()) {
            return;
        }
        lines.add(style.bold("%s (%d)".formatted(title, changes.size())));
        int name = changes.stream()
                .mapToInt(change -> change.name().length())
                .max()
                .orElse(0);
        int type = changes.stream()
                .mapToInt(change -> TypeName.of(change.type()).length())
                .max()
                .orElse(0);
        for (var change : changes) {
            var row = ("  %-" + name + "s  %-" + type + "s  %s")
                    .formatted(change.name(), TypeName.of(change.type()), reason(change))
                    .stripTrailing();
            lines.add(style.cut(row, 0));
        }
        lines.add("");
    }

    private static String reason(Change change) {
        var properties = String.join(", ", change.properties());
        return change.setting().isEmpty()
                ? properties
                : properties.isEmpty() ? change.setting() : change.setting() + ": " + properties;
    }

    private void addHazards(List<Hazard> hazards, Collection<String> accepted) {
        if (hazards.isEmpty()) {
            return;
        }
        lines.add(style.bold("hazards (%d)".formatted(hazards.size())));
        for (var hazard : hazards) {
            boolean isAccepted = accepted.contains(hazard.name());
            lines.add("  " + (isAccepted ? hazard.name() + ", accepted" : style.warning(hazard.name())));
            lines.add("    %s %s".formatted(hazard.resource(), hazard.message()));
            if (!hazard.setting().isEmpty()) {
                lines.add("    setting: " + hazard.setting());
            }
            lines.add("    safe way: " + hazard.remedy());
        }
        lines.add("");
        if (hazards.stream().anyMatch(hazard -> !accepted.contains(hazard.name()))) {
            lines.add("Accept a hazard by its name: --accept " + hazards.get(0).name());
        }
    }
}
