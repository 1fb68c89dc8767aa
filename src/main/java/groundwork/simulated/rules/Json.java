package groundwork.simulated.rules;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.TypeAdapter;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** Reads the JSON that many AWS properties carry as text, strictly: nothing may follow the value. */
public final class Json {
    private static final TypeAdapter<JsonElement> ELEMENT = new Gson().getAdapter(JsonElement.class);

    private Json() {}

    public static Optional<JsonElement> parse(String text) {
        try (var reader = new JsonReader(new StringReader(text))) {
            var element = ELEMENT.read(reader);
            return reader.peek() == JsonToken.END_DOCUMENT ? Optional.of(element) : Optional.empty();
        } catch (IOException | JsonParseException notJson) {
            return Optional.empty();
        }
    }

    public static List<JsonObject> objects(Optional<String> text) {
        return text.flatMap(Json::parse).map(Json::objects).orElse(List.of());
    }

    public static List<JsonObject> objects(JsonObject holder, String key) {
        return holder.has(key) ? objects(holder.get(key)) : List.of();
    }

    /** The objects of a list, or the object itself. */
    public static List<JsonObject> objects(JsonElement element) {
        if (element.isJsonObject()) {
            return List.of(element.getAsJsonObject());
        }
        return element.isJsonArray()
                ? StreamSupport.stream(element.getAsJsonArray().spliterator(), false)
                        .filter(JsonElement::isJsonObject)
                        .map(JsonElement::getAsJsonObject)
                        .toList()
                : List.of();
    }

    public static Optional<String> text(JsonElement holder, String key) {
        return primitive(holder, key).map(JsonElement::getAsString);
    }

    public static Optional<Long> number(JsonElement holder, String key) {
        return text(holder, key).filter(text -> text.matches("-?\\d{1,18}")).map(Long::parseLong);
    }

    private static Optional<JsonElement> primitive(JsonElement holder, String key) {
        return Optional.of(holder)
                .filter(JsonElement::isJsonObject)
                .map(object -> object.getAsJsonObject().get(key))
                .filter(JsonElement::isJsonPrimitive);
    }
}
