package groundwork.simulated;

import static org.assertj.core.api.Assertions.assertThat;

import groundwork.Stacks;
import groundwork.offline.Ids;
import groundwork.offline.recording.Recorded;
import groundwork.settings.text.YamlTree;
import groundwork.values.Secret;
import java.util.ArrayList;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the simulated AWS makes up for an ARN has the shape that AWS documents for the type. */
class ArnShapesTest {
    private static final Pattern ANY_ARN =
            Pattern.compile("arn:aws:[a-z0-9-]+:([a-z]+-[a-z]+-\\d)?:(\\d{12}|aws)?:\\S+");
    private static final Pattern PART = Pattern.compile("REGION|ACCOUNT|NAME|PATH|UUID|HEX\\d+");
    private static final Map<String, String> PARTS = Map.of(
            "REGION", "[a-z]+-[a-z]+-\\\\d",
            "ACCOUNT", "\\\\d{12}",
            "NAME", "[^/:]+",
            "PATH", "\\\\S+",
            "UUID", "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private final Map<String, String> shapes = shapes();

    @ParameterizedTest
    @MethodSource("groundwork.Stacks#files")
    void ofEachResourceIsAsDocumented(String file) {
        var wrong = new ArrayList<String>();
        for (var resource : Stacks.file(file, Ids.KNOWN).resources()) {
            if (resource.type().startsWith("aws:")) {
                var shape = Pattern.compile(shapes.getOrDefault(resource.type(), "(?!)"));
                ownArns(resource).forEach((where, arn) -> {
                    boolean isItsOwn = where.equals("arn") || where.equals("id");
                    if (!(isItsOwn ? shape : ANY_ARN).matcher(arn).matches()) {
                        wrong.add(resource.type() + " " + where + " " + arn);
                    }
                });
            }
        }
        assertThat(wrong).isEmpty();
    }

    /** Its id, where that is an ARN alone, and each ARN among what it was not told. */
    private static Map<String, String> ownArns(Recorded resource) {
        var arns = new TreeMap<String, String>();
        resource.id().filter(id -> id.matches("arn:[^,|]+")).ifPresent(id -> {
            if (!resource.type().equals("aws:wafv2/webAclLoggingConfiguration:WebAclLoggingConfiguration")) {
                arns.put("id", id);
            }
        });
        resource.outputs().forEach((property, value) -> {
            if (!resource.inputs().containsKey(property)
                    && Secret.unwrap(value) instanceof String text
                    && (property.equals("arn") || text.startsWith("arn:"))) {
                arns.put(property, text);
            }
        });
        return arns;
    }

    private static Map<String, String> shapes() {
        var shapes = new TreeMap<String, String>();
        YamlTree.resource("simulated/arns.yaml")
                .getAsJsonObject()
                .entrySet()
                .forEach(entry -> shapes.put(
                        entry.getKey(),
                        "arn:aws:"
                                + PART.matcher(entry.getValue().getAsString())
                                        .replaceAll(part -> regex(part.group()))));
        return shapes;
    }

    private static String regex(String part) {
        return part.startsWith("HEX") ? "[0-9a-f]{" + part.substring(3) + "}" : PARTS.get(part);
    }
}
