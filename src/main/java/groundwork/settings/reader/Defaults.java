package groundwork.settings.reader;

import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import groundwork.settings.text.YamlTree;
import java.util.Optional;
import java.util.Set;

/** The default table, or the part of it below a key, for one kind of environment. */
public final class Defaults {
    private static final String ANY = "*";
    private static final Set<String> KINDS = Set.of("production", "staging", "preview");

    private final JsonElement part;
    private final String kind;

    private Defaults(JsonElement part, String kind) {
        this.part = part;
        this.kind = kind;
    }

    public static Defaults of(String kind) {
        return new Defaults(Table.WHOLE, kind);
    }

    public Defaults at(String key) {
        if (!(part instanceof JsonObject keys) || isByKind(keys)) {
            return new Defaults(JsonNull.INSTANCE, kind);
        }
        var below = keys.get(key);
        if (below == null) {
            below = keys.get(ANY);
        }
        return new Defaults(below == null ? JsonNull.INSTANCE : below, kind);
    }

    /** The default itself, where the table holds one at this very key. */
    public Optional<JsonElement> value() {
        if (part instanceof JsonObject keys) {
            return isByKind(keys) ? Optional.of(keys.get(kind)) : Optional.empty();
        }
        return part.isJsonNull() ? Optional.empty() : Optional.of(part);
    }

    public Origin origin() {
        return part instanceof JsonObject ? Origin.defaultFor(kind) : Origin.DEFAULT;
    }

    private static boolean isByKind(JsonObject keys) {
        return keys.keySet().equals(KINDS);
    }

    private static final class Table {
        private static final JsonElement WHOLE = YamlTree.resource("defaults.yaml");
    }
}
