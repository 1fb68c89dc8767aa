package groundwork.aws;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** CPU units (1024 is one vCPU), each with the MiB of memory that go with it. */
public enum TaskSizes {
    FARGATE {
        @Override
        void fill(SortedMap<Integer, List<Integer>> memories) {
            memories.put(256, List.of(512, 1024, 2048));
            memories.put(512, steps(1024, 4096, 1024));
            memories.put(1024, steps(2048, 8192, 1024));
            memories.put(2048, steps(4096, 16_384, 1024));
            memories.put(4096, steps(8192, 30_720, 1024));
            memories.put(8192, steps(16_384, 61_440, 4096));
            memories.put(16_384, steps(32_768, 122_880, 8192));
        }
    },
    APP_RUNNER {
        @Override
        void fill(SortedMap<Integer, List<Integer>> memories) {
            memories.put(256, List.of(512, 1024));
            memories.put(512, List.of(1024));
            memories.put(1024, List.of(2048, 3072, 4096));
            memories.put(2048, List.of(4096, 6144));
            memories.put(4096, List.of(8192, 10_240, 12_288));
        }
    };

    private final SortedMap<Integer, List<Integer>> memories = new TreeMap<>();

    TaskSizes() {
        fill(memories);
    }

    abstract void fill(SortedMap<Integer, List<Integer>> memories);

    public List<Integer> cpus() {
        return List.copyOf(memories.keySet());
    }

    /** None for what is no CPU size. */
    public List<Integer> memoriesFor(int cpu) {
        return memories.getOrDefault(cpu, List.of());
    }

    private static List<Integer> steps(int least, int most, int step) {
        return IntStream.iterate(least, memory -> memory <= most, memory -> memory + step)
                .boxed()
                .toList();
    }
}
