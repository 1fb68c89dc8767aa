package groundwork.settings.units;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** CPU units (1024 is one vCPU) with MiB of memory, in one of the pairs that Fargate offers. */
public record FargateSize(int cpu, int memory) {
    private static final List<Row> TABLE = List.of(
            new Row(256, List.of(512, 1024, 2048)),
            Row.of(512, 1024, 4096, 1024),
            Row.of(1024, 2048, 8192, 1024),
            Row.of(2048, 4096, 16384, 1024),
            Row.of(4096, 8192, 30720, 1024),
            Row.of(8192, 16384, 61440, 4096),
            Row.of(16384, 32768, 122880, 8192));

    private record Row(int cpu, List<Integer> memories) {
        static Row of(int cpu, int least, int most, int step) {
            return new Row(
                    cpu,
                    IntStream.iterate(least, memory -> memory <= most, memory -> memory + step)
                            .boxed()
                            .toList());
        }
    }

    public FargateSize {
        if (cpus().noneMatch(known -> known == cpu)) {
            throw new IllegalArgumentException("%d CPU units can't be had; choose %s"
                    .formatted(cpu, cpus().map(String::valueOf).collect(joining(", "))));
        }
        if (!memoriesFor(cpu).contains(memory)) {
            throw new IllegalArgumentException("%d MiB don't go with %d CPU units; choose %s"
                    .formatted(
                            memory,
                            cpu,
                            memoriesFor(cpu).stream().map(String::valueOf).collect(joining(", "))));
        }
    }

    public static Stream<Integer> cpus() {
        return TABLE.stream().map(Row::cpu);
    }

    public static List<Integer> memoriesFor(int cpu) {
        return TABLE.stream()
                .filter(row -> row.cpu() == cpu)
                .flatMap(row -> row.memories().stream())
                .toList();
    }
}
