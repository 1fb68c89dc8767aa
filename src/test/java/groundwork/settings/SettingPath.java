package groundwork.settings;

import groundwork.settings.reader.Block;
import groundwork.settings.reader.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Paths of settings with {@code *} for names and {@code []} for numbers. */
public final class SettingPath {
    private static final String NAMED = String.join("|", named(new Shape.Group(Block.of(StackSettings.class))));

    private SettingPath() {}

    public static String general(String path) {
        return path.replaceAll("\\[\\d+]", "[]")
                .replaceAll("(?<=^|\\.)(" + NAMED + ")(\\.[\\w-]+|\\[\"[^\"]+\"])", "$1.*");
    }

    /** The settings whose entries have names of their own. */
    private static SortedSet<String> named(Shape shape) {
        var names = new TreeSet<String>();
        if (shape instanceof Shape.Group group) {
            group.block().fields().forEach(field -> {
                var content = field.shape().bare();
                if (content instanceof Shape.Named) {
                    names.add(field.name());
                }
                names.addAll(named(content));
            });
        } else if (shape instanceof Shape.Named entries) {
            names.addAll(named(entries.entry()));
        } else if (shape instanceof Shape.Many many) {
            names.addAll(named(many.element()));
        }
        return names;
    }

    /** All there are, from the records. */
    public static List<String> all() {
        return below(new Shape.Group(Block.of(StackSettings.class)), "");
    }

    private static List<String> below(Shape shape, String path) {
        if (shape instanceof Shape.Group group) {
            var prefix = path.isEmpty() ? "" : path + ".";
            var paths = new ArrayList<String>();
            group.block()
                    .fields()
                    .forEach(field -> paths.addAll(below(field.shape().bare(), prefix + field.name())));
            return paths;
        }
        if (shape instanceof Shape.Named named) {
            return below(named.entry(), path + ".*");
        }
        return shape instanceof Shape.Many many && many.element() instanceof Shape.Group
                ? below(many.element(), path + "[]")
                : List.of(path);
    }

    /** The setting that a bare value stands for, by the path of the block that it stands in place of. */
    public static Map<String, String> shortForms() {
        var forms = new TreeMap<String, String>();
        shortForms(new Shape.Group(Block.of(StackSettings.class)), "", forms);
        return forms;
    }

    private static void shortForms(Shape shape, String path, Map<String, String> forms) {
        if (shape instanceof Shape.Group group) {
            group.block().shortForm().ifPresent(field -> forms.put(path, path + "." + field.name()));
            group.block()
                    .fields()
                    .forEach(field -> shortForms(
                            field.shape().bare(), path.isEmpty() ? field.name() : path + "." + field.name(), forms));
        } else if (shape instanceof Shape.Named named) {
            shortForms(named.entry(), path + ".*", forms);
        } else if (shape instanceof Shape.Many many) {
            shortForms(many.element(), path + "[]", forms);
        }
    }
}
