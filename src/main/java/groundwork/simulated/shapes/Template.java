package groundwork.simulated.shapes;

import groundwork.values.Secret;
import groundwork.values.Unknown;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One computed output, written like {@code arn:{partition}:ec2:{region}:{account}:vpc/{id}}: a name in braces is a
 * property, {@code {hex:17}} is made up, {@code {port|5432}} has a fallback. What it reads decides whether it is unknown or secret.
 */
public record Template(Object form) {
    private static final Pattern HOLE = Pattern.compile("\\{([^{}]+)}");

    public Object fill(String seed, Function<String, Optional<Object>> properties) {
        return fill(form, seed, properties);
    }

    private static Object fill(Object form, String seed, Function<String, Optional<Object>> properties) {
        if (form instanceof String text) {
            return text(text, seed, properties);
        }
        if (form instanceof List<?> list) {
            return list.stream().map(element -> fill(element, seed, properties)).toList();
        }
        if (form instanceof Map<?, ?> map) {
            var filled = new TreeMap<String, Object>();
            map.forEach((key, value) -> filled.put((String) key, fill(value, seed + key, properties)));
            return filled;
        }
        return form instanceof Integer number ? (Object) number.longValue() : form;
    }

    private static Object text(String text, String seed, Function<String, Optional<Object>> properties) {
        var whole = HOLE.matcher(text);
        if (whole.matches()) {
            return hole(whole.group(1), seed, properties);
        }
        boolean secret = false;
        var filled = new StringBuilder();
        var matcher = HOLE.matcher(text);
        while (matcher.find()) {
            Object value = hole(matcher.group(1), seed + matcher.start(), properties);
            if (Secret.unwrap(value) == Unknown.UNKNOWN) {
                return value;
            }
            secret |= value instanceof Secret;
            matcher.appendReplacement(
                    filled, Matcher.quoteReplacement(Secret.unwrap(value).toString()));
        }
        matcher.appendTail(filled);
        return secret ? Secret.of(filled.toString()) : filled.toString();
    }

    private static Object hole(String hole, String seed, Function<String, Optional<Object>> properties) {
        int colon = hole.indexOf(':');
        if (colon > 0) {
            return madeUp(hole.substring(0, colon), Integer.parseInt(hole.substring(colon + 1)), seed);
        }
        if (hole.equals("uuid")) {
            return Fingerprint.uuid(seed);
        }
        if (hole.equals("byte")) {
            return String.valueOf(Integer.parseInt(Fingerprint.hex(seed, 2), 16));
        }
        int bar = hole.indexOf('|');
        String property = bar < 0 ? hole : hole.substring(0, bar);
        return properties.apply(property).orElseGet(() -> bar < 0 ? "" : fallback(hole.substring(bar + 1), properties));
    }

    private static Object fallback(String text, Function<String, Optional<Object>> properties) {
        if (text.matches("\\d+")) {
            return Long.parseLong(text);
        }
        return text.equals("true") || text.equals("false")
                ? (Object) Boolean.parseBoolean(text)
                : properties.apply(text).orElse(text);
    }

    private static String madeUp(String alphabet, int length, String seed) {
        return switch (alphabet) {
            case "hex" -> Fingerprint.of(seed, Fingerprint.HEX, length);
            case "digits" -> Fingerprint.of(seed, Fingerprint.DIGITS, length);
            case "lower" -> Fingerprint.of(seed, Fingerprint.LOWER, length);
            case "upper" -> Fingerprint.of(seed, Fingerprint.UPPER, length);
            default -> throw new IllegalArgumentException("nothing is made up from " + alphabet);
        };
    }
}
