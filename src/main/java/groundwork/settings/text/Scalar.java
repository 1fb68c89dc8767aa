package groundwork.settings.text;

import static java.util.Objects.requireNonNull;

import groundwork.settings.marks.Between;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

/** A kind of value that is written as one text: what it is called, how it is read and how it is shown. */
public record Scalar<T>(
        Class<?> type,
        String expects,
        List<String> choices,
        Function<String, T> parser,
        Function<T, String> printer,
        Comparator<? super T> order) {

    public Scalar {
        requireNonNull(type, "type is null");
        requireNonNull(expects, "expects is null");
        choices = List.copyOf(choices);
    }

    static <T extends Comparable<? super T>> Scalar<T> of(
            Class<T> type, String expects, Function<String, T> parser, Function<T, String> printer) {
        return new Scalar<>(type, expects, List.of(), parser, printer, Comparator.naturalOrder());
    }

    static <T> Scalar<T> unordered(
            Class<T> type,
            String expects,
            List<String> choices,
            Function<String, T> parser,
            Function<T, String> printer) {
        return new Scalar<>(type, expects, choices, parser, printer, Comparator.comparing(printer));
    }

    /** Throws an {@link IllegalArgumentException} that says what is wrong, or nothing when {@link #expects} says enough. */
    public T parse(String text) {
        return parser.apply(text);
    }

    /** A value of this kind as a stack file writes it. */
    @SuppressWarnings("unchecked")
    public String text(Object value) {
        return printer.apply((T) value);
    }

    public boolean isBetween(String text, Between bounds) {
        var value = parse(text);
        return order.compare(value, parse(bounds.min())) >= 0 && order.compare(value, parse(bounds.max())) <= 0;
    }
}
