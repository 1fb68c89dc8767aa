package groundwork.settings.reference;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.Collection;
import java.util.stream.Stream;

/** Builds a JSON object key by key. */
final class Json {
    private final JsonObject object = new JsonObject();

    static Json object() {
        return new Json();
    }

    static Json type(String type) {
        return object().with("type", type);
    }

    static Json anyOf(Json... choices) {
        return object().with("anyOf", list(choices));
    }

    static JsonArray list(Json... parts) {
        var array = new JsonArray();
        Stream.of(parts).map(Json::build).forEach(array::add);
        return array;
    }

    static JsonArray texts(Collection<String> texts) {
        var array = new JsonArray();
        texts.forEach(array::add);
        return array;
    }

    Json with(String key, String value) {
        object.addProperty(key, value);
        return this;
    }

    Json with(String key, Number value) {
        object.addProperty(key, value);
        return this;
    }

    Json with(String key, boolean value) {
        object.addProperty(key, value);
        return this;
    }

    Json with(String key, JsonElement value) {
        object.add(key, value);
        return this;
    }

    Json with(String key, Json value) {
        return with(key, value.build());
    }

    JsonObject build() {
        return object;
    }
}
