package groundwork.settings.units;

import static java.util.stream.Collectors.joining;

import groundwork.aws.TaskSizes;
import java.util.List;
import java.util.stream.Stream;

/** CPU units (1024 is one vCPU) with MiB of memory, in one of the pairs that Fargate offers. */
public record FargateSize(int cpu, int memory) {
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
        return TaskSizes.FARGATE.cpus().stream();
    }

    public static List<Integer> memoriesFor(int cpu) {
        return TaskSizes.FARGATE.memoriesFor(cpu);
    }
}
