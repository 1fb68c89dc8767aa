package groundwork.simulated.answers;

import groundwork.simulated.Made;
import groundwork.simulated.Place;
import groundwork.simulated.Tags;
import groundwork.simulated.Wanted;
import groundwork.simulated.shapes.Derived;
import groundwork.simulated.shapes.Fallbacks;
import groundwork.simulated.shapes.PhysicalNames;
import groundwork.simulated.shapes.SdkType;
import groundwork.simulated.shapes.Shape;
import groundwork.values.Secret;
import groundwork.values.Unknown;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Answers for AWS: what a resource gets besides what it was asked for. Pure: the same question, the same answer. */
public final class SimulatedAws {
    private SimulatedAws() {}

    /** The same resource with the physical name the provider gives it when none was asked for. */
    public static Wanted named(Wanted wanted) {
        return PhysicalNames.given(wanted);
    }

    /** A named resource once it was made. */
    public static Made make(Wanted wanted) {
        var outputs = new TreeMap<String, Object>(wanted.inputs());
        putTags(wanted, outputs);
        var shape = Shape.of(wanted.type());
        var derived = new Derived(wanted, shape.nameProperty(), outputs);
        shape.outputs().forEach((property, template) -> {
            if (!outputs.containsKey(property)) {
                outputs.put(property, template.fill(wanted.urn() + "#" + property, derived::of));
            }
        });
        Special.of(wanted.type()).ifPresent(special -> special.compute(wanted, outputs));
        SdkType.of(wanted.type()).ifPresent(sdk -> Fallbacks.fill(wanted, sdk, outputs));
        Object id = Optional.ofNullable(outputs.remove("id"))
                .filter(computed -> Secret.unwrap(computed) != Unknown.UNKNOWN)
                .orElseGet(() -> Fallbacks.id(wanted, outputs));
        return new Made(Secret.unwrap(id).toString(), outputs);
    }

    /** A named resource while it is only previewed: what AWS computes is unknown. */
    public static SortedMap<String, Object> preview(Wanted wanted) {
        var outputs = new TreeMap<String, Object>(make(wanted).outputs());
        SdkType.of(wanted.type())
                .ifPresent(sdk ->
                        sdk.outputs().keySet().forEach(property -> outputs.putIfAbsent(property, Unknown.UNKNOWN)));
        outputs.replaceAll((property, value) -> isSettled(wanted, property) ? value : hidden(value));
        return outputs;
    }

    /** What a provider function answers. */
    public static SortedMap<String, Object> call(String token, Map<String, Object> arguments, Place place) {
        return Functions.call(token, arguments, place);
    }

    private static boolean isSettled(Wanted wanted, String property) {
        return wanted.inputs().containsKey(property) || property.equals("tagsAll");
    }

    private static Object hidden(Object value) {
        return value instanceof Secret ? Secret.of(Unknown.UNKNOWN) : Unknown.UNKNOWN;
    }

    private static void putTags(Wanted wanted, Map<String, Object> outputs) {
        if (SdkType.of(wanted.type()).filter(SdkType::taggable).isPresent()) {
            outputs.put("tagsAll", Tags.of(wanted.place(), wanted.inputs().get("tags")));
        }
    }
}
