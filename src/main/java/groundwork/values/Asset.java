package groundwork.values;

import static java.util.Objects.requireNonNull;

import java.util.Locale;
import java.util.Map;

/** A file, text or archive handed to a resource: what it is made from, never its bytes. */
public record Asset(Kind kind, Source source, Object content) {
    public enum Kind {
        ASSET,
        ARCHIVE
    }

    public enum Source {
        TEXT,
        PATH,
        URI,
        ASSETS;

        String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public Asset {
        requireNonNull(kind, "kind is null");
        requireNonNull(source, "source is null");
        requireNonNull(content, "content is null");
    }

    /** The asset as plain data, for reports. */
    public Map<String, Object> described() {
        return Map.of(source.key(), content);
    }
}
