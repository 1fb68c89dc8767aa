package groundwork.settings.units;

import static java.util.stream.Collectors.joining;

import groundwork.aws.TaskSizes;
import java.util.Collection;

/** CPU units (1024 is one vCPU) with MiB of memory, in one of the pairs that App Runner offers. */
public record AppRunnerSize(int cpu, int memory) {
    private static final TaskSizes TABLE = TaskSizes.APP_RUNNER;

    public AppRunnerSize {
        if (!TABLE.cpus().contains(cpu)) {
            throw new IllegalArgumentException(
                    "%d CPU units can't be had on App Runner; choose %s".formatted(cpu, joined(TABLE.cpus())));
        }
        if (!TABLE.memoriesFor(cpu).contains(memory)) {
            throw new IllegalArgumentException("%d MiB don't go with %d CPU units on App Runner; choose %s"
                    .formatted(memory, cpu, joined(TABLE.memoriesFor(cpu))));
        }
    }

    private static String joined(Collection<Integer> numbers) {
        return numbers.stream().map(String::valueOf).collect(joining(", "));
    }
}
