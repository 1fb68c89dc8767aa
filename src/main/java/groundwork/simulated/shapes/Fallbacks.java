package groundwork.simulated.shapes;

import groundwork.simulated.Wanted;
import groundwork.values.Unknown;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Values for the outputs a type declares and no shape computes, so that nothing a program reads is missing. */
public final class Fallbacks {
    private Fallbacks() {}

    public static void fill(Wanted wanted, SdkType sdk, Map<String, Object> outputs) {
        sdk.outputs().forEach((property, output) -> {
            if (!outputs.containsKey(property) && !output.optional()) {
                plausible(wanted, property, output.type()).ifPresent(value -> outputs.put(property, value));
            }
        });
    }

    public static Object id(Wanted wanted, Map<String, Object> outputs) {
        return PhysicalNames.property(wanted.type())
                .map(outputs::get)
                .filter(name -> name != Unknown.UNKNOWN)
                .orElseGet(() -> wanted.name() + "-" + Fingerprint.hex(wanted.urn(), 8));
    }

    private static Optional<Object> plausible(Wanted wanted, String property, Class<?> type) {
        if (type == String.class) {
            return Optional.of(text(wanted, property));
        }
        if (type == Boolean.class) {
            return Optional.of(false);
        }
        if (Number.class.isAssignableFrom(type)) {
            return Optional.of(0L);
        }
        if (List.class.isAssignableFrom(type)) {
            return Optional.of(List.of());
        }
        return Map.class.isAssignableFrom(type) ? Optional.of(Map.of()) : Optional.empty();
    }

    private static String text(Wanted wanted, String property) {
        // Other properties that end in Arn name what a resource refers to, which here is nothing.
        if (property.equals("arn")) {
            var place = wanted.place();
            return String.join(
                    ":",
                    "arn",
                    place.partition(),
                    Texts.module(wanted.type()),
                    place.region(),
                    place.account(),
                    Texts.decapitalized(Texts.simpleType(wanted.type())) + "/" + wanted.name());
        }
        return property.endsWith("Id") ? Fingerprint.hex(wanted.urn() + property, 17) : "";
    }
}
