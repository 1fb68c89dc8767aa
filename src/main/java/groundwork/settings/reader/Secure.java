package groundwork.settings.reader;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import groundwork.settings.units.Sensitive;

/** The form {@code { secure: v1:… }} that an encrypted value has in a stack file. */
public final class Secure {
    /** No word of a message, since secrets are masked there. */
    public static final Sensitive UNKNOWN = new Sensitive("[encrypted]");

    private static final String KEY = "secure";

    private Secure() {}

    public static boolean is(JsonElement json) {
        return json instanceof JsonObject object
                && object.size() == 1
                && object.has(KEY)
                && object.get(KEY).isJsonPrimitive();
    }

    public static boolean fits(Shape shape) {
        if (shape.bare() instanceof Shape.Group group) {
            return group.block()
                    .shortForm()
                    .map(Field::shape)
                    .filter(Secure::fits)
                    .isPresent();
        }
        return shape.bare() instanceof Shape.Leaf leaf && leaf.scalar().type() == Sensitive.class;
    }
}
