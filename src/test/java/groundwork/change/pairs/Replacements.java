package groundwork.change.pairs;

import static java.util.stream.Collectors.toCollection;

import com.google.gson.JsonObject;
import groundwork.change.hazards.Hazards;
import groundwork.change.steps.Operation;
import groundwork.change.steps.Planner;
import groundwork.change.steps.State;
import groundwork.change.steps.Step;
import groundwork.change.steps.Steps;
import groundwork.change.versions.Version;
import groundwork.offline.Ids;
import groundwork.offline.recording.Recorded;
import groundwork.report.TypeName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** What is replaced when settings of a stack are changed. */
final class Replacements {
    private static final String EVERYTHING = "src/test/resources/stacks/Pulumi.everything.yaml";
    /** New versions of the same thing, which replace nothing that anybody has. */
    private static final Set<String> VERSIONS =
            Set.of("aws:ecs/taskDefinition:TaskDefinition", "aws:secretsmanager/secretVersion:SecretVersion");

    private static final BaseStacks STACKS = new BaseStacks();

    private final JsonObject base;
    private final State before;

    private Replacements(JsonObject base) {
        this.base = base;
        this.before = Versions.of(base).orElseThrow().deployed();
    }

    /** Of the stack that has everything. */
    static Replacements ofEverything() {
        return new Replacements(everything());
    }

    static Replacements of(String file) {
        return new Replacements(STACKS.config(file));
    }

    List<SettingChange> settings() {
        return SettingChange.of(base, STACKS);
    }

    /** The stack with a valid other value of the setting, the n-th that there is. */
    Optional<JsonObject> changed(SettingChange setting, int number, JsonObject config) {
        return setting.others().stream()
                .map(value -> setting.applied(config, value))
                .filter(changed -> Versions.of(changed).isPresent())
                .skip(number)
                .findFirst();
    }

    JsonObject unchanged() {
        return base;
    }

    SortedSet<String> replacedIn(JsonObject config) {
        var planner = new Planner(before);
        Version now = Versions.of(config).orElseThrow();
        now.record(Ids.UNKNOWN, planner);
        var steps = planner.steps();
        var replaced = types(steps, Operation.REPLACE);
        var created = types(steps, Operation.CREATE);
        var renamed = types(steps, Operation.DELETE);
        // What goes while others come is another thing under another name, or of another type with the same use.
        renamed.removeIf(type -> created.isEmpty() || !created.contains(type) && !Hazards.holdsData(type));
        replaced.addAll(renamed);
        return replaced.stream()
                .map(type -> TypeName.of(type).replace("aws ", ""))
                .collect(toCollection(TreeSet::new));
    }

    /** All valid changes of several settings at once, as far as they go together. */
    JsonObject together(List<SettingChange> settings, int number) {
        var config = base;
        for (var setting : settings) {
            config = changed(setting, number, config).orElse(config);
        }
        return config;
    }

    static <T> List<List<T>> groups(List<T> all, int size) {
        var groups = new ArrayList<List<T>>();
        for (int start = 0; start < all.size(); start += size) {
            groups.add(all.subList(start, Math.min(start + size, all.size())));
        }
        return groups;
    }

    /** In VPCs of its own making every subnet can be seen, and without private endpoints everything can be pulled. */
    private static JsonObject everything() {
        var config = STACKS.config(EVERYTHING);
        var network = config.getAsJsonObject("groundwork:network");
        network.addProperty("builder", "groundwork");
        network.addProperty("privateEndpoints", false);
        return config;
    }

    private static SortedSet<String> types(Steps steps, Operation operation) {
        return steps.of(operation).stream()
                .map(Step::resource)
                .filter(resource -> resource.custom() && !VERSIONS.contains(resource.type()))
                .map(Recorded::type)
                .collect(toCollection(TreeSet::new));
    }
}
