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
                    "%d is not an App Runner CPU size; choose %s".formatted(cpu, joined(TABLE.cpus())));
        }
        if (!TABLE.memoriesFor(cpu).contains(memory)) {
            throw new IllegalArgumentException("%d MiB is not an App Runner memory size for %d CPU units; choose %s"
                    .formatted(memory, cpu, joined(TABLE.memoriesFor(cpu))));
        }
    }

    private static String joined(Collection<Integer> numbers) {
        return numbers.stream().map(String::valueOf).collect(joining(", "));
    }
}
