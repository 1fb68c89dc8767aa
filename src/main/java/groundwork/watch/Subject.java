package groundwork.watch;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Stream;

/** One thing that has alarms: of which sort, and its name, where there are several. */
public record Subject(String sort, String name, List<Alarm> alarms) {
    public Subject {
        requireNonNull(sort, "sort is null");
        requireNonNull(name, "name is null");
        alarms = List.copyOf(alarms);
    }

    /** The only one of its sort. */
    public static Subject only(String sort, List<Alarm> alarms) {
        return new Subject(sort, "", alarms);
    }

    /** Those of one sort side by side, by name; the sorts as they first come. */
    public static List<Subject> inOrder(Stream<Subject> subjects) {
        return subjects.collect(groupingBy(Subject::sort, LinkedHashMap::new, toList())).values().stream()
                .flatMap(alike -> alike.stream().sorted(Comparator.comparing(Subject::name)))
                .toList();
    }

    public String suffix() {
        return name.isEmpty() ? sort : sort + "-" + name;
    }
}
