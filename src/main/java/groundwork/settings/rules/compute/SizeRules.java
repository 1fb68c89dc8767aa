package groundwork.settings.rules.compute;

import static java.util.stream.Collectors.joining;

import groundwork.settings.rules.Draft;
import groundwork.settings.service.ServiceSettings;
import java.util.List;

/** CPU units with MiB of memory, in one of the pairs that the platform offers. */
public record SizeRules(Draft draft, String name, ServiceSettings service) {
    private static final int FEW = 4;

    public void check() {
        if (!draft.isSound("services", name, "size")) {
            return;
        }
        var at = draft.at("services", name, "size");
        var sizes = service.platform().sizes();
        var size = service.size();
        var memories = sizes.memoriesFor(size.cpu());
        if (memories.isEmpty()) {
            at.add("%d is not %s CPU size; choose %s", size.cpu(), platform(), joined(sizes.cpus()));
            return;
        }
        at.unless(
                memories.contains(size.memory()),
                "%d MiB is not %s memory size for %d CPU units; choose %s",
                size.memory(),
                platform(),
                size.cpu(),
                choices(memories));
    }

    private String platform() {
        var label = service.platform().label();
        return ("AEIOU".indexOf(label.charAt(0)) < 0 ? "a " : "an ") + label;
    }

    /** All of a few; of more, which are evenly spaced, the ends and the step. */
    private static String choices(List<Integer> memories) {
        int last = memories.size() - 1;
        return memories.size() <= FEW
                ? joined(memories)
                : "%d to %d in steps of %d"
                        .formatted(memories.get(0), memories.get(last), memories.get(1) - memories.get(0));
    }

    private static String joined(List<Integer> numbers) {
        return numbers.stream().map(String::valueOf).collect(joining(", "));
    }
}
