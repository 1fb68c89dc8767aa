package groundwork.settings.text;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import com.google.gson.internal.LazilyParsedNumber;
import groundwork.files.TextResource;
import groundwork.settings.problems.Found;
import groundwork.settings.problems.Problem;
import groundwork.settings.problems.Problems;
import groundwork.settings.problems.SettingsException;
import java.io.Reader;
import java.io.StringReader;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * YAML as the Pulumi CLI reads it: only true and false are booleans, and times stay text. Numbers keep their digits, and
 * what the CLI would hand over in another form than it was written in is a problem.
 */
public final class YamlTree {
    private static final int LARGEST = 100_000;
    private static final Pattern NOTHING = Pattern.compile("|~|null|Null|NULL");
    private static final Pattern BOOLEAN = Pattern.compile("true|false");
    private static final Pattern OTHER_BOOLEAN = Pattern.compile("True|TRUE|False|FALSE");

    private final String source;
    private final Problems problems;
    private final Set<Node> open = new HashSet<>();
    private int size;

    private YamlTree(String source, Problems problems) {
        this.source = source;
        this.problems = problems;
    }

    /** Tells of single values in {@code problems}; throws what leaves no tree at all. */
    public static JsonElement parse(String text, String source, Problems problems) {
        return new YamlTree(source, problems).read(new StringReader(text));
    }

    public static JsonElement parse(String text, String source) {
        var problems = new Problems();
        var tree = parse(text, source, problems);
        problems.throwIfAny();
        return tree;
    }

    public static JsonElement resource(String name) {
        return new YamlTree(name, new Problems()).read(new StringReader(TextResource.read(name)));
    }

    private JsonElement read(Reader text) {
        try {
            var root = new Yaml().compose(text);
            return root == null ? JsonNull.INSTANCE : convert(root);
        } catch (MarkedYAMLException e) {
            throw problem(e.getProblemMark(), "not valid YAML: " + withoutValues(oneLine(e.getProblem())));
        } catch (YAMLException e) {
            throw new SettingsException(List.of(new Problem(source, "not valid YAML: " + oneLine(e.getMessage()))));
        } catch (IndexOutOfBoundsException | NumberFormatException e) {
            // The library's scanner stumbles over texts and escapes that are cut short.
            throw new SettingsException(
                    List.of(new Problem(source, "not valid YAML: it ends in the middle of a text")));
        }
    }

    private JsonElement convert(Node node) {
        if (++size > LARGEST) {
            throw problem(node.getStartMark(), "more than %,d values; is an anchor repeated?".formatted(LARGEST));
        }
        if (node instanceof ScalarNode scalar) {
            return convert(scalar);
        }
        if (!open.add(node)) {
            throw problem(node.getStartMark(), "this anchor contains itself");
        }
        var converted = node instanceof SequenceNode list ? convert(list) : convert((MappingNode) node);
        open.remove(node);
        return converted;
    }

    private JsonArray convert(SequenceNode list) {
        var array = new JsonArray();
        list.getValue().forEach(element -> array.add(convert(element)));
        return array;
    }

    private JsonObject convert(MappingNode block) {
        var object = new JsonObject();
        var merged = new JsonObject();
        for (var entry : block.getValue()) {
            if (!(entry.getKeyNode() instanceof ScalarNode key)) {
                throw problem(entry.getKeyNode().getStartMark(), "a key must be a plain text");
            }
            var value = convert(entry.getValueNode());
            if (key.getValue().equals("<<") && key.getScalarStyle() == ScalarStyle.PLAIN) {
                merge(value, merged, entry.getValueNode());
            } else if (object.has(key.getValue())) {
                tell(key, Found.quoted(key.getValue()) + " is given twice; keep one of the two");
            } else {
                object.add(key.getValue(), value);
            }
        }
        merged.entrySet().stream()
                .filter(entry -> !object.has(entry.getKey()))
                .forEach(entry -> object.add(entry.getKey(), entry.getValue()));
        return object;
    }

    private void merge(JsonElement value, JsonObject merged, Node node) {
        var sources = value instanceof JsonArray list ? list.asList() : List.of(value);
        for (var part : sources) {
            if (!(part instanceof JsonObject keys)) {
                throw problem(node.getStartMark(), "<< takes a block, or a list of blocks");
            }
            keys.entrySet().stream()
                    .filter(entry -> !merged.has(entry.getKey()))
                    .forEach(entry -> merged.add(entry.getKey(), entry.getValue()));
        }
    }

    private JsonElement convert(ScalarNode scalar) {
        var text = scalar.getValue();
        if (scalar.getScalarStyle() != ScalarStyle.PLAIN) {
            return new JsonPrimitive(text);
        }
        if (NOTHING.matcher(text).matches()) {
            return JsonNull.INSTANCE;
        }
        if (BOOLEAN.matcher(text).matches()) {
            return new JsonPrimitive(Boolean.valueOf(text));
        }
        if (Numbers.isNumber(text)) {
            return new JsonPrimitive(new LazilyParsedNumber(text));
        }
        if (OTHER_BOOLEAN.matcher(text).matches()) {
            tell(scalar, "write true or false, in lower case; put it in quotes if it is a text");
        } else if (Numbers.isRewritten(text)) {
            tell(scalar, "YAML changes a number or date in this form; write it in plain digits, or put it in quotes");
        }
        return new JsonPrimitive(text);
    }

    /** The value itself may be a secret. */
    private void tell(Node node, String message) {
        problems.addAll(List.of(new Problem(path(node.getStartMark()), message)));
    }

    private SettingsException problem(Mark mark, String message) {
        return new SettingsException(List.of(new Problem(path(mark), message)));
    }

    private String path(Mark mark) {
        return mark == null ? source : source + " line " + (mark.getLine() + 1);
    }

    /** What begins with * may have been meant as a value, and a value may be a secret. */
    private static String withoutValues(String message) {
        return message.startsWith("found undefined alias")
                ? "an alias without its anchor; put a text that begins with * in quotes"
                : message;
    }

    private static String oneLine(String message) {
        return message == null ? "it can't be read" : message.strip().replaceAll("\\s+", " ");
    }
}
