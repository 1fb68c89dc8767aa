package groundwork.report;

import static java.util.stream.Collectors.joining;

import groundwork.offline.recording.Recorded;
import groundwork.offline.recording.Recording;
import groundwork.policy.Judgement.Violation;
import groundwork.values.Secret;
import groundwork.values.Unknown;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A recorded topology as people read it: a tree by component, then counts, endpoints, notes, warnings and policy. */
public final class TopologyText {
    private static final String STACK = "pulumi:pulumi:Stack";
    private static final int TYPE_COLUMN = 64;
    private static final int LONGEST_TYPE = 46;

    private final Recording recording;
    private final Optional<PolicyReport> policy;
    private final Style style;
    private final int typeColumn;
    private final Map<String, List<Recorded>> children = new TreeMap<>();
    private final List<String> lines = new ArrayList<>();

    private TopologyText(Recording recording, Optional<PolicyReport> policy, Style style) {
        this.recording = recording;
        this.policy = policy;
        this.style = style;
        this.typeColumn =
                style.width() == 0 ? TYPE_COLUMN : Math.max(Math.min(style.width() - LONGEST_TYPE, TYPE_COLUMN), 10);
        recording.resources().forEach(resource -> children.computeIfAbsent(resource.parent(), any -> new ArrayList<>())
                .add(resource));
        children.values().forEach(siblings -> siblings.sort(Comparator.comparing(TopologyText::order)));
    }

    public static List<String> of(Recording recording) {
        return of(recording, Optional.empty(), Style.PLAIN);
    }

    public static List<String> of(Recording recording, Optional<PolicyReport> policy, Style style) {
        var text = new TopologyText(recording, policy, style);
        text.addTree();
        text.addCounts();
        text.addLinks();
        text.addPermissions();
        text.addReadonlyDisks();
        text.addEndpoints();
        text.addNotes();
        text.addWarnings();
        text.addPolicy();
        return List.copyOf(text.lines);
    }

    private void addTree() {
        lines.add(style.bold(recording.project() + " " + recording.stack()));
        var root =
                recording.ofType(STACK).stream().map(Recorded::urn).findFirst().orElse("");
        addChildren(root, "", "");
    }

    private void addChildren(String parent, String parentName, String indent) {
        var siblings = children.getOrDefault(parent, List.of());
        for (int i = 0; i < siblings.size(); i++) {
            var resource = siblings.get(i);
            boolean isLast = i == siblings.size() - 1;
            var left = indent + (isLast ? "└─ " : "├─ ") + shortName(resource.name(), parentName);
            lines.add(row(left, TypeName.of(resource.type()), mark(resource)));
            addChildren(resource.urn(), resource.name(), indent + (isLast ? "   " : "│  "));
        }
    }

    private String mark(Recorded resource) {
        var violated = policy.stream()
                .flatMap(report -> report.violationsOf(resource.urn()).stream())
                .map(Violation::rule)
                .distinct()
                .collect(joining(", "));
        return (resource.protect() ? "  protected" : "") + (violated.isEmpty() ? "" : "  violates " + violated);
    }

    private void addCounts() {
        long components = recording.resources().stream()
                .filter(resource -> !resource.custom() && !resource.type().equals(STACK))
                .count();
        long resources = recording.resources().stream().filter(Recorded::custom).count();
        lines.add("");
        lines.add("%d resources in %d components".formatted(resources, components));
    }

    private void addLinks() {
        var linking = recording.resources().stream()
                .filter(resource -> resource.outputs().get("links") instanceof List<?> links && !links.isEmpty())
                .toList();
        if (!linking.isEmpty()) {
            lines.add("");
            lines.add("links");
            linking.forEach(service -> lines.add("  " + service.name() + " ──► "
                    + service.list("links").stream().map(Object::toString).collect(joining(", "))));
        }
    }

    /** What services may do beside what their links let them. */
    private void addPermissions() {
        var allowed = recording.resources().stream()
                .filter(resource -> resource.outputs().get("permissions") instanceof List<?> all && !all.isEmpty())
                .toList();
        if (!allowed.isEmpty()) {
            lines.add("");
            lines.add("permissions");
            allowed.forEach(service -> service.list("permissions")
                    .forEach(permission -> lines.add("  " + service.name() + " ──► " + permission)));
        }
    }

    private void addReadonlyDisks() {
        var names = recording.resources().stream()
                .filter(resource -> Boolean.TRUE.equals(resource.outputs().get("readonlyDisk")))
                .map(Recorded::name)
                .collect(joining(", "));
        if (!names.isEmpty()) {
            lines.add("");
            lines.add("read-only disks, with /tmp in memory (readonlyDisk: false, where an image writes elsewhere)");
            lines.add("  " + names);
        }
    }

    private void addEndpoints() {
        if (recording.outputs().get("endpoints") instanceof Map<?, ?> endpoints && !endpoints.isEmpty()) {
            lines.add("");
            lines.add("endpoints (generated ids are placeholders)");
            addTreeOf("", endpoints);
        }
    }

    private void addTreeOf(String path, Map<?, ?> values) {
        values.forEach((key, value) -> {
            var here = path.isEmpty() ? key.toString() : path + "." + key;
            if (value instanceof Map<?, ?> deeper) {
                addTreeOf(here, deeper);
            } else {
                lines.add("  " + here + " = " + shown(value));
            }
        });
    }

    private void addNotes() {
        if (!recording.notes().isEmpty()) {
            lines.add("");
            recording.notes().forEach(note -> lines.add("note: " + note));
        }
    }

    private void addWarnings() {
        if (!recording.warnings().isEmpty()) {
            lines.add("");
            recording.warnings().forEach(warning -> lines.add(style.warning("warning: ") + warning));
        }
    }

    private void addPolicy() {
        policy.ifPresent(report -> {
            lines.add("");
            lines.addAll(report.lines(style));
        });
    }

    private static Object shown(Object value) {
        return value instanceof Secret || value instanceof Unknown ? value.toString() : value;
    }

    /** Components first, each kind by name. */
    private static String order(Recorded resource) {
        return (resource.custom() ? "1" : "0") + resource.name() + " " + resource.type();
    }

    private static String shortName(String name, String parent) {
        return !parent.isEmpty() && name.startsWith(parent + "-") ? name.substring(parent.length() + 1) : name;
    }

    private String row(String name, String type, String mark) {
        var left = style.cut(name, 0);
        left = left.length() >= typeColumn ? left + "  " : left + " ".repeat(typeColumn - left.length());
        var middle = style.cut(type, left.length());
        var right = style.cut(mark, left.length() + middle.length());
        return left + style.faint(middle) + style.bold(right);
    }
}
