package groundwork.settings.problems;

import com.google.gson.JsonElement;

/** What somebody wrote, as messages repeat it. */
public final class Found {
    private static final int LONGEST = 60;

    private Found() {}

    public static String in(JsonElement json) {
        if (json.isJsonNull()) {
            return "nothing";
        }
        if (json.isJsonPrimitive()) {
            return quoted(json.getAsString());
        }
        return json.isJsonArray() ? "a list" : "a block";
    }

    public static String quoted(String text) {
        var visible = Credentials.masked(text).replaceAll("\\p{Cntrl}", "·");
        return '"' + (visible.length() > LONGEST ? visible.substring(0, LONGEST) + "…" : visible) + '"';
    }
}
