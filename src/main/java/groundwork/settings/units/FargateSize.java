package groundwork.settings.units;

import static java.util.stream.Collectors.joining;

import groundwork.aws.TaskSizes;
import java.util.List;
import java.util.stream.Stream;

/** CPU units (1024 is one vCPU) with MiB of memory, in one of the pairs that Fargate offers. */
public record FargateSize(int cpu, int memory) {
    private static final int FEW = 4;

    public FargateSize {
        if (cpus().noneMatch(known -> known == cpu)) {
            throw new IllegalArgumentException("%d is not a Fargate CPU size; choose %s"
                    .formatted(cpu, cpus().map(String::valueOf).collect(joining(", "))));
        }
        if (!memoriesFor(cpu).contains(memory)) {
            throw new IllegalArgumentException("%d MiB is not a Fargate memory size for %d CPU units; choose %s"
                    .formatted(memory, cpu, choices(memoriesFor(cpu))));
        }
    }

    public static Stream<Integer> cpus() {
        return TaskSizes.FARGATE.cpus().stream();
    }

    public static List<Integer> memoriesFor(int cpu) {
        return TaskSizes.FARGATE.memoriesFor(cpu);
    }

    /** All of a few; of more, which are evenly spaced, the ends and the step. */
    private static String choices(List<Integer> memories) {
        int last = memories.size() - 1;
        return memories.size() <= FEW
                ? memories.stream().map(String::valueOf).collect(joining(", "))
                : "%d to %d in steps of %d"
                        .formatted(memories.get(0), memories.get(last), memories.get(1) - memories.get(0));
    }
}
