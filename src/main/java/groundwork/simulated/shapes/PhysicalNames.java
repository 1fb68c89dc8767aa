package groundwork.simulated.shapes;

import static groundwork.aws.ResourceTypes.SQS_QUEUE;

import groundwork.aws.PhysicalName;
import groundwork.simulated.Wanted;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Gives resources that were not named the physical name the provider would give them. */
public final class PhysicalNames {
    private static final Set<String> LOWER_CASE = Set.of("s3", "rds", "elasticache", "ecr");
    private static final int SUFFIX = 7;
    private static final int PREFIXED = 26;

    private PhysicalNames() {}

    public static Wanted given(Wanted wanted) {
        Optional<String> property = property(wanted.type());
        if (property.isEmpty() || wanted.inputs().containsKey(property.get())) {
            return wanted;
        }
        var named = new TreeMap<>(wanted.inputs());
        Object prefix = wanted.inputs().get(property.get() + "Prefix");
        named.put(property.get(), prefix == null ? automatic(wanted) : prefixed(wanted, prefix));
        return wanted.withInputs(named);
    }

    /** The input that carries the physical name of a type, where it may be left out. */
    static Optional<String> property(String type) {
        return Shape.of(type).nameProperty().filter(name -> SdkType.of(type)
                .filter(sdk -> sdk.inputs().contains(name) && !sdk.required().contains(name))
                .isPresent());
    }

    private static Object prefixed(Wanted wanted, Object prefix) {
        return prefix instanceof String text
                ? text + Fingerprint.of(wanted.urn(), Fingerprint.DIGITS, PREFIXED)
                : prefix;
    }

    private static String automatic(Wanted wanted) {
        String name = LOWER_CASE.contains(Texts.module(wanted.type()))
                ? wanted.name().toLowerCase(Locale.ROOT)
                : wanted.name();
        int room = longest(wanted.type()) - SUFFIX - 1;
        String kept = name.length() > room ? name.substring(0, room) : name;
        String suffix = "-" + Fingerprint.hex(wanted.urn(), SUFFIX);
        return wanted.type().equals(SQS_QUEUE)
                        && Boolean.TRUE.equals(wanted.inputs().get("fifoQueue"))
                ? kept + suffix + ".fifo"
                : kept + suffix;
    }

    private static int longest(String type) {
        var property = property(type).orElseThrow();
        return PhysicalName.all().stream()
                .filter(name -> name.type().equals(type) && name.property().equals(property))
                .map(PhysicalName::longest)
                .findFirst()
                .orElse(Integer.MAX_VALUE);
    }
}
