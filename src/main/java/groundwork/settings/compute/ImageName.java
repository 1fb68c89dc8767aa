package groundwork.settings.compute;

import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/** Where an image comes from: a repository of this stack's own, or a registry named in full. */
public record ImageName(Optional<String> registry, String repository, String tag) {
    public static final String PATTERN =
            "([a-z0-9.-]+\\.[a-z]{2,}(:\\d+)?/)?[a-z0-9]+([._/-][a-z0-9]+)*(:[\\w][\\w.-]{0,127})?(@sha256:[a-f0-9]{64})?";

    public static ImageName parse(String text) {
        int slash = text.indexOf('/');
        boolean isForeign = slash > 0 && text.substring(0, slash).contains(".");
        var registry = isForeign ? Optional.of(text.substring(0, slash)) : Optional.<String>empty();
        var rest = isForeign ? text.substring(slash + 1) : text;
        int end = Stream.of(rest.indexOf(':'), rest.indexOf('@'), rest.length())
                .filter(at -> at >= 0)
                .min(Comparator.naturalOrder())
                .orElseThrow();
        return new ImageName(registry, rest.substring(0, end), rest.substring(end));
    }

    /** An image of this stack's own lives in a repository that the stack makes. */
    public boolean isOwn() {
        return registry.isEmpty();
    }

    /** A name alone says where the image will be, not that there is one. */
    public boolean isPushed() {
        return !tag.isEmpty();
    }
}
