package groundwork.report;

import static java.util.stream.Collectors.toMap;

import com.google.gson.GsonBuilder;
import groundwork.settings.entry.Reading;
import groundwork.settings.problems.Nearest;
import groundwork.settings.problems.PathOrder;
import groundwork.settings.reader.Effective;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** Effective settings by path, as people and as programs read them: all of them, or those at and below one path. */
public record SettingsText(SortedMap<String, Effective> settings) {
    private static final int WIDEST_VALUE = 40;

    public static SettingsText of(Reading reading, String path) {
        var all = reading.effective();
        var chosen = all.entrySet().stream()
                .filter(entry -> isWithin(path, entry.getKey()))
                .collect(toMap(
                        Map.Entry::getKey,
                        Map.Entry::getValue,
                        (one, other) -> one,
                        () -> new TreeMap<String, Effective>(PathOrder.BY_STEP)));
        if (chosen.isEmpty()) {
            throw new IllegalArgumentException("there is no setting %s%s".formatted(path, meant(path, all)));
        }
        return new SettingsText(chosen);
    }

    public List<String> lines(Style style) {
        int path = settings.keySet().stream().mapToInt(String::length).max().orElse(1);
        int value = settings.values().stream()
                .mapToInt(each -> each.value().length())
                .filter(length -> length <= WIDEST_VALUE)
                .max()
                .orElse(0);
        var row = "%-" + path + "s  %-" + Math.max(value, 1) + "s  %s";
        return settings.entrySet().stream()
                .map(entry -> row.formatted(
                        entry.getKey(),
                        entry.getValue().value(),
                        style.faint(entry.getValue().origin().text())))
                .toList();
    }

    public String json() {
        var shown = new LinkedHashMap<String, Map<String, String>>();
        settings.forEach((path, each) -> {
            var entry = new LinkedHashMap<String, String>();
            entry.put("value", each.value());
            entry.put("origin", each.origin().text());
            shown.put(path, entry);
        });
        return new GsonBuilder()
                .disableHtmlEscaping()
                .setPrettyPrinting()
                .create()
                .toJson(shown);
    }

    private static boolean isWithin(String path, String other) {
        return path.isEmpty() || other.equals(path) || other.startsWith(path + ".") || other.startsWith(path + "[");
    }

    private static String meant(String path, Map<String, Effective> all) {
        var paths = new TreeSet<String>();
        for (var each : all.keySet()) {
            for (int at = each.indexOf('.'); at > 0; at = each.indexOf('.', at + 1)) {
                paths.add(each.substring(0, at));
            }
            paths.add(each);
        }
        return Nearest.to(path, paths)
                .map(near -> "; did you mean \"" + near + "\"?")
                .orElse("");
    }
}
