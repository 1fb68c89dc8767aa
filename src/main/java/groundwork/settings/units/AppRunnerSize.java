package groundwork.settings.units;

import static java.util.stream.Collectors.joining;

import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** CPU units (1024 is one vCPU) with MiB of memory, in one of the pairs that App Runner offers. */
public record AppRunnerSize(int cpu, int memory) {
    private static final SortedMap<Integer, List<Integer>> TABLE = new TreeMap<>();

    static {
        TABLE.put(256, List.of(512, 1024));
        TABLE.put(512, List.of(1024));
        TABLE.put(1024, List.of(2048, 3072, 4096));
        TABLE.put(2048, List.of(4096, 6144));
        TABLE.put(4096, List.of(8192, 10240, 12288));
    }

    public AppRunnerSize {
        if (!TABLE.containsKey(cpu)) {
            throw new IllegalArgumentException(
                    "%d CPU units can't be had on App Runner; choose %s".formatted(cpu, joined(TABLE.keySet())));
        }
        if (!TABLE.get(cpu).contains(memory)) {
            throw new IllegalArgumentException("%d MiB don't go with %d CPU units on App Runner; choose %s"
                    .formatted(memory, cpu, joined(TABLE.get(cpu))));
        }
    }

    private static String joined(Collection<Integer> numbers) {
        return numbers.stream().map(String::valueOf).collect(joining(", "));
    }
}
