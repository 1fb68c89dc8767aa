package groundwork.change.pairs;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.List;
import java.util.Optional;

/** One change of a stack file, as a team makes it. What it concerns may be gone: then it changes nothing. */
sealed interface Edit {
    String NAMESPACE = "groundwork:";

    /** In place. */
    void edit(JsonObject config);

    default JsonObject applied(JsonObject config) {
        var edited = config.deepCopy();
        edit(edited);
        return edited;
    }

    /** A value of a block, or none. */
    record Value(List<String> path, Optional<JsonElement> value) implements Edit {
        @Override
        public void edit(JsonObject config) {
            var block = config;
            for (var key : path.subList(0, path.size() - 1)) {
                if (!(block.get(key) instanceof JsonObject inner)) {
                    return;
                }
                block = inner;
            }
            var last = path.get(path.size() - 1);
            var target = block;
            value.ifPresentOrElse(other -> target.add(last, other.deepCopy()), () -> target.remove(last));
        }

        @Override
        public String toString() {
            return String.join(".", path).replace(NAMESPACE, "")
                    + value.map(it -> " = " + it).orElse(" is removed");
        }
    }

    /** Another entry, which a service may link to. */
    record Added(String kind, String name, JsonElement entry, Optional<String> user) implements Edit {
        @Override
        public void edit(JsonObject config) {
            block(config, kind).add(name, entry.deepCopy());
            user.filter(service -> block(config, "services").get(service) instanceof JsonObject)
                    .map(service -> block(config, "services").getAsJsonObject(service))
                    .filter(service -> service.get("links") instanceof JsonArray)
                    .ifPresent(service -> service.getAsJsonArray("links").add(name));
        }

        @Override
        public String toString() {
            return "%s.%s is added: %s%s"
                    .formatted(
                            kind,
                            name,
                            entry,
                            user.map(it -> ", linked from " + it).orElse(""));
        }
    }

    /** An entry goes, with the links to it. */
    record Removed(String kind, String name) implements Edit {
        @Override
        public void edit(JsonObject config) {
            if (block(config, kind).remove(name) != null) {
                Links.in(config, name, Optional.empty());
            }
        }

        @Override
        public String toString() {
            return "%s.%s is removed".formatted(kind, name);
        }
    }

    /** An entry has another name, and may say so. */
    record Renamed(String kind, String from, String to, boolean saysSo) implements Edit {
        @Override
        public void edit(JsonObject config) {
            var entry = block(config, kind).remove(from);
            if (entry != null) {
                if (saysSo && entry instanceof JsonObject settings) {
                    settings.add("renamedFrom", new JsonPrimitive(from));
                }
                block(config, kind).add(to, entry);
                Links.in(config, from, Optional.of(to));
            }
        }

        @Override
        public String toString() {
            return "%s.%s is renamed to %s%s".formatted(kind, from, to, saysSo ? ", and says so" : "");
        }
    }

    /** A route goes from one service to another. */
    record RouteMoved(String from, String to) implements Edit {
        @Override
        public void edit(JsonObject config) {
            if (block(config, "services").get(from) instanceof JsonObject giver
                    && block(config, "services").get(to) instanceof JsonObject taker
                    && giver.get("routes") instanceof JsonArray routes
                    && !routes.isEmpty()) {
                var all = taker.get("routes") instanceof JsonArray own ? own : new JsonArray();
                all.add(routes.remove(routes.size() - 1));
                taker.add("routes", all);
                if (routes.isEmpty()) {
                    giver.remove("routes");
                }
            }
        }

        @Override
        public String toString() {
            return "the last route of %s moves to %s".formatted(from, to);
        }
    }

    static JsonObject block(JsonObject config, String name) {
        if (!(config.get(NAMESPACE + name) instanceof JsonObject)) {
            config.add(NAMESPACE + name, new JsonObject());
        }
        return config.getAsJsonObject(NAMESPACE + name);
    }
}
