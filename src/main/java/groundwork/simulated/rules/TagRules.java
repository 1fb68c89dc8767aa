package groundwork.simulated.rules;

import groundwork.aws.Tagging;
import groundwork.simulated.Existing;
import groundwork.values.Secret;
import java.util.Map;
import java.util.regex.Pattern;

/** How many tags a resource may have, and of which characters: like required inputs, of every type. */
public final class TagRules {
    public static final String NAME = "tags";
    private static final Pattern KEY = Pattern.compile(Tagging.KEY);

    private TagRules() {}

    public static void judge(Existing resource, Refusals refusals) {
        if (Secret.unwrap(resource.outputs().get("tagsAll")) instanceof Map<?, ?> tags) {
            refusals.unless(
                    tags.size() <= Tagging.MOST,
                    "tags",
                    "with those of the provider are %d; AWS takes %d",
                    tags.size(),
                    Tagging.MOST);
            tags.keySet().stream()
                    .map(String.class::cast)
                    .filter(key -> !KEY.matcher(key).matches())
                    .forEach(key ->
                            refusals.add("tags", "\"%s\" is not allowed as a key; use %s", key, Tagging.KEY_SAYS));
        }
    }
}
