package groundwork.change.pairs;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import groundwork.settings.SettingPath;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** One setting of a stack file, and the values that it may be changed to. */
record SettingChange(String setting, List<Object> path, List<JsonElement> others) {
    private static final String NAMESPACE = "groundwork:";
    private static final Pattern NUMBER = Pattern.compile("\\d+");
    private static final int MOST = 8;
    private static final Map<String, String> SHORT_FORMS = SettingPath.shortForms();

    /** Each setting once, where it stands first. */
    static List<SettingChange> of(JsonObject config, BaseStacks stacks) {
        var all = new LinkedHashMap<String, SettingChange>();
        var settings = new HashSet<>(SettingPath.all());
        config.entrySet().stream()
                .filter(entry -> entry.getKey().startsWith(NAMESPACE))
                .forEach(entry -> collect(
                        entry.getKey().substring(NAMESPACE.length()),
                        List.of(entry.getKey()),
                        entry.getValue(),
                        settings,
                        stacks,
                        all));
        return List.copyOf(all.values());
    }

    JsonObject applied(JsonObject config, JsonElement value) {
        var changed = config.deepCopy();
        JsonElement parent = changed;
        for (var step : path.subList(0, path.size() - 1)) {
            parent = step instanceof Integer index
                    ? ((JsonArray) parent).get(index)
                    : ((JsonObject) parent).get((String) step);
        }
        var last = path.get(path.size() - 1);
        if (last instanceof Integer index) {
            ((JsonArray) parent).set(index, value);
        } else {
            ((JsonObject) parent).add((String) last, value);
        }
        return changed;
    }

    private static void collect(
            String text,
            List<Object> path,
            JsonElement value,
            Set<String> settings,
            BaseStacks stacks,
            Map<String, SettingChange> all) {
        var general = whole(SettingPath.general(text), value);
        if (settings.contains(general)) {
            all.putIfAbsent(
                    general, new SettingChange(general.replace(".*", ".<name>"), path, others(text, value, stacks)));
        } else if (value instanceof JsonObject block) {
            block.entrySet()
                    .forEach(entry -> collect(
                            text + "." + entry.getKey(),
                            with(path, entry.getKey()),
                            entry.getValue(),
                            settings,
                            stacks,
                            all));
        } else if (value instanceof JsonArray list) {
            for (int index = 0; index < list.size(); index++) {
                collect(text + "[" + index + "]", with(path, index), list.get(index), settings, stacks, all);
            }
        }
    }

    /** A bare value stands for one setting of the block. */
    private static String whole(String general, JsonElement value) {
        return value instanceof JsonObject ? general : SHORT_FORMS.getOrDefault(general, general);
    }

    private static List<JsonElement> others(String text, JsonElement value, BaseStacks stacks) {
        var others = new LinkedHashSet<JsonElement>();
        if (value instanceof JsonPrimitive single) {
            others.addAll(others(single));
        } else if (value instanceof JsonArray list && list.size() > 0) {
            var shorter = list.deepCopy();
            shorter.remove(list.size() - 1);
            others.add(shorter);
        }
        others.addAll(stacks.values(text));
        stacks.values(whole(SettingPath.general(text), value)).stream()
                .filter(other -> !(value instanceof JsonPrimitive) || other instanceof JsonPrimitive)
                .forEach(others::add);
        others.remove(value);
        return others.stream().limit(MOST).toList();
    }

    private static List<JsonPrimitive> others(JsonPrimitive value) {
        var text = value.getAsString();
        if (text.equals("true") || text.equals("false")) {
            return List.of(new JsonPrimitive(text.equals("false")));
        }
        var number = NUMBER.matcher(text);
        if (number.find() && number.group().length() < 6) {
            int was = Integer.parseInt(number.group());
            return Stream.of(was + 1, was * 2, was - 1)
                    .map(other -> value.isNumber()
                            ? new JsonPrimitive(other)
                            : new JsonPrimitive(
                                    text.substring(0, number.start()) + other + text.substring(number.end())))
                    .toList();
        }
        return List.of(new JsonPrimitive(text + "x"));
    }

    private static List<Object> with(List<Object> path, Object step) {
        var longer = new ArrayList<>(path);
        longer.add(step);
        return longer;
    }
}
