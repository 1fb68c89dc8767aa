package groundwork.simulated.answers;

import groundwork.simulated.Wanted;
import groundwork.simulated.shapes.Fingerprint;
import groundwork.values.Secret;
import java.util.Map;

/** Passwords as the random provider makes them, the same for the same resource. */
public final class RandomPasswords {
    private static final String LOWER = "abcdefghijklmnopqrstuvwxyz";
    private static final String UPPER = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    private static final String DIGITS = "0123456789";
    private static final String SPECIAL = "!@#$%&*()-_=+[]{}<>:?";

    private RandomPasswords() {}

    public static void compute(Wanted wanted, Map<String, Object> outputs) {
        var inputs = wanted.inputs();
        String alphabet = part(inputs, "lower", LOWER)
                + part(inputs, "upper", UPPER)
                + part(inputs, "numeric", DIGITS)
                + part(inputs, "special", special(inputs));
        int length = inputs.get("length") instanceof Number number ? number.intValue() : 0;
        outputs.put("result", Secret.of(Fingerprint.of(wanted.urn(), alphabet, length)));
        outputs.put("bcryptHash", Secret.of("$2a$10$" + Fingerprint.of(wanted.urn(), LOWER + UPPER + DIGITS, 53)));
        outputs.put("id", "none");
    }

    private static String part(Map<String, Object> inputs, String flag, String characters) {
        return Boolean.FALSE.equals(inputs.get(flag)) ? "" : characters;
    }

    private static String special(Map<String, Object> inputs) {
        return inputs.get("overrideSpecial") instanceof String own ? own : SPECIAL;
    }
}
