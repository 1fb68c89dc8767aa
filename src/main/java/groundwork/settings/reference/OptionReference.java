package groundwork.settings.reference;

import static java.util.stream.Collectors.joining;

import groundwork.settings.StackSettings;
import groundwork.settings.marks.Setting;
import groundwork.settings.reader.Block;
import groundwork.settings.reader.Field;
import groundwork.settings.reader.Shape;
import java.util.stream.Stream;

/** Every setting in a table, for people. */
final class OptionReference {
    private static final String TOP =
            """
            # Settings

            Generated from the settings records by `./groundwork reference --write .`; change the records, not this file.

            A stack file holds these under `config`, each with the prefix `groundwork:`, beside `aws:region`, which is required.
            `<name>` is a name that you choose; `[]` is each entry of a list. Durations are written `30s`, `5m`, `12h` or `14d`.
            Percentages and sizes may omit their unit: `70` is `70%`, `20` is `20GB`. `./groundwork settings STACK` prints the
            effective value of each setting for a stack, and where it comes from.

            The second table of a block lists only settings that cost something or whose change replaces a resource. Costs are
            what the setting adds to a month at the list prices of us-east-1, rounded. What a change replaces is found by planning
            changes of the repository's stack files as `./groundwork diff` does: these types of resources get a new id, and lose
            what they hold. Every other change is an update in place, adds or removes. `./groundwork diff` tells what a change of
            yours does, which may be less. A changed task definition starts a rolling deployment of its service.
            """;
    private static final String HEAD =
            """
            | Setting | Meaning | Default | Example |
            | --- | --- | --- | --- |
            """;
    private static final String EFFECTS =
            """
            | Setting | Costs a month | A change replaces |
            | --- | --- | --- |
            """;

    private OptionReference() {}

    static String text() {
        var fields = Block.of(StackSettings.class).fields();
        return TOP + LinkReference.TEXT + "\n## The stack\n\n"
                + tables(fields.stream().filter(OptionReference::isSingle).flatMap(OptionReference::entries))
                + fields.stream()
                        .filter(field -> !isSingle(field))
                        .map(OptionReference::section)
                        .collect(joining());
    }

    private static boolean isSingle(Field field) {
        return field.shape() instanceof Shape.Leaf;
    }

    private static String section(Field field) {
        return "\n## " + field.name() + "\n\n" + Prose.ofBlock(field) + "\n\n" + tables(entries(field));
    }

    private static Stream<Entry> entries(Field field) {
        return entries(field.shape(), field, field.name(), Standard.root().at(field.name()));
    }

    private static Stream<Entry> entries(Shape shape, Field field, String path, Standard standard) {
        if (shape instanceof Shape.Maybe maybe) {
            return entries(maybe.content(), field, path, standard);
        }
        if (shape instanceof Shape.Many many && many.element() instanceof Shape.Group group) {
            return entriesOf(group.block(), path + "[]", standard.ofElements());
        }
        if (shape instanceof Shape.Named named && named.entry() instanceof Shape.Group group) {
            return entriesOf(group.block(), path + ".<name>", standard.ofEntries());
        }
        if (shape instanceof Shape.Group group) {
            return entriesOf(group.block(), path, standard);
        }
        return Stream.of(new Entry(field, path, standard));
    }

    private static Stream<Entry> entriesOf(Block block, String path, Standard standard) {
        return block.fields().stream()
                .flatMap(field -> entries(field.shape(), field, path + "." + field.name(), standard.at(field.name()))
                        .map(entry -> isShortFormOf(block, field) ? entry.alsoWritten(path) : entry));
    }

    private static boolean isShortFormOf(Block block, Field field) {
        return block.shortForm().filter(field::equals).isPresent();
    }

    private static String tables(Stream<Entry> entries) {
        var all = entries.toList();
        var effects = all.stream().filter(Entry::hasEffect).map(Entry::effects).collect(joining());
        return HEAD
                + all.stream().map(Entry::meaning).collect(joining())
                + (effects.isEmpty() ? "" : "\n" + EFFECTS + effects);
    }

    /** One setting, as a row of either table. */
    private record Entry(Field field, String path, Standard standard, String shortForm) {
        Entry(Field field, String path, Standard standard) {
            this(field, path, standard, "");
        }

        Entry alsoWritten(String shorter) {
            return new Entry(field, path, standard, shorter);
        }

        String meaning() {
            return row(
                    code(path),
                    Prose.meaning(field) + " " + Prose.sentence(allowed(field))
                            + (shortForm.isEmpty() ? "" : " Alone, it may be written as `%s`.".formatted(shortForm)),
                    byDefault(field, path, standard),
                    code(field.about().example()));
        }

        String effects() {
            return row(code(path), field.about().cost(), Replaced.of(standard.path()));
        }

        boolean hasEffect() {
            return !Stream.of(field.about().cost(), Replaced.of(standard.path()))
                    .allMatch(Setting.NOTHING::equals);
        }

        private static String row(String... cells) {
            return Stream.of(cells).map(cell -> cell.replace("|", "\\|")).collect(joining(" | ", "| ", " |")) + "\n";
        }
    }

    private static String allowed(Field field) {
        var shape = field.shape().bare();
        if (shape instanceof Shape.Many many) {
            return "a list; each " + field.expects(many.element());
        }
        if (shape instanceof Shape.Named named) {
            return "a block; each value " + field.expects(named.entry());
        }
        return field.expects(shape);
    }

    private static String byDefault(Field field, String path, Standard standard) {
        if (standard.exists()) {
            return standard.text();
        }
        if (path.equals("system")) {
            return "the project's name";
        }
        return field.shape() instanceof Shape.Leaf ? "required" : "none";
    }

    private static String code(String text) {
        return text.isEmpty() ? "" : "`" + text + "`";
    }
}
