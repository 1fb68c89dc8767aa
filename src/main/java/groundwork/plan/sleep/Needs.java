package groundwork.plan.sleep;

import groundwork.settings.LinkKind;
import groundwork.settings.StackSettings;
import groundwork.settings.links.LinkSettings;
import groundwork.settings.links.LinkSettings.Access;
import groundwork.settings.service.ServiceSettings;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Which of the things that sleep need which others, by their links. */
final class Needs {
    private final StackSettings stack;
    private final List<String> serviceOrder;
    private final SortedMap<String, Integer> ranks;

    Needs(StackSettings stack, List<String> serviceOrder) {
        this.stack = stack;
        this.serviceOrder = serviceOrder;
        ranks = rank();
    }

    /** Databases first, then each service after what it links to; services that call each other in a circle don't wait. */
    SortedMap<String, Integer> ranks() {
        return ranks;
    }

    private SortedMap<String, Integer> rank() {
        var ranks = new TreeMap<String, Integer>();
        stack.databases().forEach((name, database) -> {
            if (stack.sleeps(database)) {
                ranks.put(name, 0);
            }
        });
        sleeping()
                .forEach(name -> ranks.put(
                        name,
                        targets(name).stream()
                                .filter(ranks::containsKey)
                                .mapToInt(to -> ranks.get(to) + 1)
                                .max()
                                .orElse(0)));
        return ranks;
    }

    /** A message needs the consumers of its queue, and whatever they need. */
    SortedMap<String, SortedSet<String>> queues() {
        var queues = new TreeMap<String, SortedSet<String>>();
        sleeping().forEach(name -> consumed(name).forEach(queue -> {
            var needed = queues.computeIfAbsent(queue, any -> new TreeSet<>());
            collect(name, needed);
            needed.retainAll(ranks.keySet());
        }));
        return queues;
    }

    private List<String> sleeping() {
        return serviceOrder.stream()
                .filter(name -> stack.sleeps(stack.services().get(name)))
                .toList();
    }

    private void collect(String name, SortedSet<String> into) {
        if (into.add(name) && stack.services().containsKey(name)) {
            targets(name).forEach(to -> collect(to, into));
        }
    }

    private SortedSet<String> targets(String service) {
        var targets = new TreeSet<String>();
        stack.services().get(service).links().forEach(link -> targets.add(link.to()));
        return targets;
    }

    private List<String> consumed(String name) {
        var service = stack.services().get(name);
        return service.links().stream()
                .filter(link -> stack.queues().containsKey(link.to()) && consumes(link, service))
                .map(LinkSettings::to)
                .toList();
    }

    private boolean consumes(LinkSettings link, ServiceSettings service) {
        return LinkKind.access(link, service, stack).filter(Access::consumes).isPresent();
    }
}
