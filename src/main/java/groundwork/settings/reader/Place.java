package groundwork.settings.reader;

import com.google.gson.JsonElement;
import groundwork.settings.problems.Found;
import groundwork.settings.problems.Problems;
import java.util.regex.Pattern;

/** Where the reader is: the scope for problems, the setting's full path, its defaults, and whether values must stay hidden. */
record Place(Problems problems, String path, Defaults defaults, Origin origin, boolean hidden) {
    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,6}[smhd]?");

    static Place root(String kind, Problems problems) {
        return new Place(problems, "", Defaults.of(kind), Origin.STACK_FILE, false);
    }

    boolean isRoot() {
        return path.isEmpty();
    }

    Place at(String key) {
        return new Place(problems.at(key), Problems.join(path, key), defaults.at(key), origin, hidden);
    }

    Place at(int index) {
        return new Place(problems.at(index), path + "[" + index + "]", defaults, origin, hidden);
    }

    /** The key that a bare value stands for; its problems name the place where the value was written. */
    Place standingFor(Field field) {
        var key = at(field.name());
        return new Place(problems, key.path, key.defaults, origin, hidden);
    }

    Place ofDefaults() {
        return new Place(problems, path, defaults, defaults.origin(), hidden);
    }

    Place silent() {
        return new Place(new Problems(), path, defaults, origin, hidden);
    }

    Place hiding(boolean secrets) {
        return new Place(problems, path, defaults, origin, hidden || secrets);
    }

    /** What stands where a value of the shape should, as messages repeat it; a number is no secret, unless it stands for one. */
    String shown(Shape wanted, JsonElement json) {
        boolean isSecret = json.isJsonPrimitive()
                && (Block.mayHoldSecrets(wanted)
                        || hidden && !NUMBER.matcher(json.getAsString()).matches());
        return isSecret ? "a value" : Found.in(json);
    }
}
