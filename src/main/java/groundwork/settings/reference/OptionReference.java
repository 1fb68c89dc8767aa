package groundwork.settings.reference;

import static java.util.stream.Collectors.joining;

import groundwork.settings.StackSettings;
import groundwork.settings.reader.Block;
import groundwork.settings.reader.Field;
import groundwork.settings.reader.Shape;
import java.util.stream.Stream;

/** Every setting in a table, for people. */
final class OptionReference {
    private static final String TOP =
            """
            # Settings

            Made from the settings records by `./groundwork reference`; change the records, not this file.

            A stack file holds these under `config`, each with `groundwork:` before it, next to `aws:region`, which must be given.
            `<name>` stands for a name of your own, `[]` for each entry of a list. Times are written `30s`, `5m`, `12h` or `14d`.
            `./groundwork settings STACK` shows what holds for a stack in the end, and why. Percentages and sizes may go without
            their unit: `70` is `70%`, `20` is `20GB`.

            What a setting costs a month is what it adds at the list prices of US East, rounded; "nothing" is none by itself. What a
            change replaces is deleted and made anew, with what was in it; "nothing" changes in place, though the tasks of a service
            whose task definition changes are started anew, a few at a time.
            """;
    private static final String HEAD =
            """
            | Setting | Meaning | Allowed | Default | Example | Costs a month | A change replaces |
            | --- | --- | --- | --- | --- | --- | --- |
            """;

    private OptionReference() {}

    static String text() {
        var fields = Block.of(StackSettings.class).fields();
        return TOP + "\n## The stack\n\n" + HEAD
                + fields.stream()
                        .filter(OptionReference::isSingle)
                        .map(OptionReference::topRows)
                        .collect(joining())
                + fields.stream()
                        .filter(field -> !isSingle(field))
                        .map(OptionReference::section)
                        .collect(joining());
    }

    private static boolean isSingle(Field field) {
        return field.shape() instanceof Shape.Leaf;
    }

    private static String section(Field field) {
        return "\n## " + field.name() + "\n\n" + Prose.ofBlock(field) + "\n\n" + HEAD + topRows(field);
    }

    private static String topRows(Field field) {
        return rows(field.shape(), field, field.name(), Standard.root().at(field.name()))
                .collect(joining());
    }

    private static Stream<String> rows(Shape shape, Field field, String path, Standard standard) {
        if (shape instanceof Shape.Maybe maybe) {
            return rows(maybe.content(), field, path, standard);
        }
        if (shape instanceof Shape.Many many && many.element() instanceof Shape.Group group) {
            return rowsOf(group.block(), path + "[]", standard);
        }
        if (shape instanceof Shape.Named named && named.entry() instanceof Shape.Group group) {
            return rowsOf(group.block(), path + ".<name>", standard.ofEntries());
        }
        if (shape instanceof Shape.Group group) {
            return rowsOf(group.block(), path, standard);
        }
        return Stream.of(row(field, path, standard));
    }

    private static Stream<String> rowsOf(Block block, String path, Standard standard) {
        return block.fields().stream()
                .flatMap(field -> rows(field.shape(), field, path + "." + field.name(), standard.at(field.name())));
    }

    private static String row(Field field, String path, Standard standard) {
        return Stream.of(
                                code(path),
                                Prose.meaning(field),
                                allowed(field),
                                byDefault(field, path, standard),
                                code(field.about().example()),
                                field.about().cost(),
                                field.about().replaces())
                        .map(cell -> cell.replace("|", "\\|"))
                        .collect(joining(" | ", "| ", " |"))
                + "\n";
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
        return field.shape() instanceof Shape.Leaf ? "must be given" : "none";
    }

    private static String code(String text) {
        return text.isEmpty() ? "" : "`" + text + "`";
    }
}
