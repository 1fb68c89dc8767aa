package groundwork.offline.recording;

import groundwork.simulated.Existing;
import groundwork.simulated.Place;
import groundwork.simulated.Wanted;
import groundwork.values.Path;
import groundwork.values.Secret;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;

/** One resource a program registered: what it asked for, what it got, and every option that came along. */
public record Recorded(
        String urn,
        String type,
        String name,
        String parent,
        boolean custom,
        boolean remote,
        Optional<String> id,
        SortedMap<String, Object> inputs,
        SortedMap<String, Object> outputs,
        SortedSet<String> dependencies,
        SortedMap<String, SortedSet<String>> propertyDependencies,
        Options options,
        Place place) {

    /** How the engine shall treat a resource; aliases are URNs. */
    public record Options(
            boolean protect,
            boolean retainOnDelete,
            Optional<Boolean> deleteBeforeReplace,
            List<String> ignoreChanges,
            List<String> replaceOnChanges,
            List<String> aliases,
            List<String> secretOutputs,
            String provider,
            String version,
            String importId,
            boolean adopted) {
        public Options {
            ignoreChanges = List.copyOf(ignoreChanges);
            replaceOnChanges = List.copyOf(replaceOnChanges);
            aliases = List.copyOf(aliases);
            secretOutputs = List.copyOf(secretOutputs);
        }
    }

    /** The same resource with an id, where it has one, and outputs. */
    public Recorded with(Optional<String> id, SortedMap<String, Object> outputs) {
        return with(id, inputs, outputs);
    }

    public Recorded withInputs(SortedMap<String, Object> inputs) {
        return with(id, inputs, outputs);
    }

    private Recorded with(Optional<String> id, SortedMap<String, Object> inputs, SortedMap<String, Object> outputs) {
        return new Recorded(
                urn,
                type,
                name,
                parent,
                custom,
                remote,
                id,
                inputs,
                outputs,
                dependencies,
                propertyDependencies,
                options,
                place);
    }

    /** What was asked for, as AWS sees it. */
    public Wanted wanted() {
        return new Wanted(urn, type, name, inputs, place);
    }

    /** The resource as AWS has it. */
    public Existing existing() {
        return existing(urn);
    }

    /** The same, told apart from others by another URN. */
    public Existing existing(String urn) {
        return new Existing(
                urn, type, name, parent, id.orElse(""), inputs, outputs, dependencies, place, options.adopted());
    }

    public boolean protect() {
        return options.protect();
    }

    public List<String> ignoreChanges() {
        return options.ignoreChanges();
    }

    /** The URN and id of the explicit provider, or nothing. */
    public String provider() {
        return options.provider();
    }

    /** The input at a path such as {@code containers[0].name}; an output where there is no such input. */
    public Optional<Object> find(String path) {
        var parsed = Path.parse(path);
        return parsed.in(inputs).or(() -> parsed.in(outputs));
    }

    public Object get(String path) {
        return find(path)
                .orElseThrow(() -> new AssertionError(type + " " + name + " has no " + path + "; its inputs are "
                        + inputs.keySet() + ", its outputs " + outputs.keySet()));
    }

    /** The text at a path; a secret is opened, a number or boolean is written out. */
    public String text(String path) {
        return Secret.unwrap(get(path)).toString();
    }

    public long number(String path) {
        return ((Number) Secret.unwrap(get(path))).longValue();
    }

    public boolean flag(String path) {
        return (Boolean) Secret.unwrap(get(path));
    }

    @SuppressWarnings("unchecked")
    public List<Object> list(String path) {
        return (List<Object>) Secret.unwrap(get(path));
    }

    @SuppressWarnings("unchecked")
    public Map<String, Object> map(String path) {
        return (Map<String, Object>) Secret.unwrap(get(path));
    }

    public boolean has(String path) {
        return find(path).isPresent();
    }

    public boolean isSecret(String path) {
        return get(path) instanceof Secret;
    }
}
