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
        Wanted wanted,
        String parent,
        boolean custom,
        boolean remote,
        Optional<String> id,
        SortedMap<String, Object> outputs,
        Dependencies dependsOn,
        Options options) {

    /** URNs that a resource waits for, and those that each of its inputs comes from. */
    public record Dependencies(SortedSet<String> urns, SortedMap<String, SortedSet<String>> ofProperties) {}

    /** How the engine shall treat a resource. */
    public record Options(
            boolean protect,
            boolean retainOnDelete,
            List<String> ignoreChanges,
            List<String> secretOutputs,
            Replacement replacement,
            String provider,
            boolean adopted) {
        public Options {
            ignoreChanges = List.copyOf(ignoreChanges);
            secretOutputs = List.copyOf(secretOutputs);
        }
    }

    /** When a resource is replaced, in which order, and by which URNs it was known before. */
    public record Replacement(Optional<Boolean> deleteFirst, List<String> onChanges, List<String> aliases) {
        public static final Replacement USUAL = new Replacement(Optional.empty(), List.of(), List.of());

        public Replacement {
            onChanges = List.copyOf(onChanges);
            aliases = List.copyOf(aliases);
        }
    }

    public String urn() {
        return wanted.urn();
    }

    public String type() {
        return wanted.type();
    }

    public String name() {
        return wanted.name();
    }

    public SortedMap<String, Object> inputs() {
        return wanted.inputs();
    }

    public Place place() {
        return wanted.place();
    }

    public SortedSet<String> dependencies() {
        return dependsOn.urns();
    }

    public SortedMap<String, SortedSet<String>> propertyDependencies() {
        return dependsOn.ofProperties();
    }

    /** The same resource with an id, where it has one, and outputs. */
    public Recorded with(Optional<String> id, SortedMap<String, Object> outputs) {
        return new Recorded(wanted, parent, custom, remote, id, outputs, dependsOn, options);
    }

    public Recorded withInputs(SortedMap<String, Object> inputs) {
        return new Recorded(wanted.withInputs(inputs), parent, custom, remote, id, outputs, dependsOn, options);
    }

    /** The resource as AWS has it. */
    public Existing existing() {
        return existing(urn());
    }

    /** The same, told apart from others by another URN. */
    public Existing existing(String urn) {
        return new Existing(
                urn,
                type(),
                name(),
                parent,
                id.orElse(""),
                inputs(),
                outputs,
                dependencies(),
                place(),
                options.adopted());
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
        return parsed.in(inputs()).or(() -> parsed.in(outputs));
    }

    public Object get(String path) {
        return find(path)
                .orElseThrow(() -> new AssertionError(type() + " " + name() + " has no " + path + "; its inputs are "
                        + inputs().keySet() + ", its outputs " + outputs.keySet()));
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
