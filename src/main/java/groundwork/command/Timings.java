package groundwork.command;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;

/** The time and memory that this process has used so far. */
record Timings(double jvmSeconds, double cpuSeconds, long peakMegabytes) {
    private static final Path STATUS = Path.of("/proc/self/status");

    static Timings now() {
        var cpu = ProcessHandle.current().info().totalCpuDuration();
        return new Timings(
                ManagementFactory.getRuntimeMXBean().getUptime() / 1_000.0,
                cpu.map(time -> time.toMillis() / 1_000.0).orElse(0.0),
                readPeak());
    }

    @Override
    public String toString() {
        return "jvm %.2f s, cpu %.2f s, peak memory %d MB".formatted(jvmSeconds, cpuSeconds, peakMegabytes);
    }

    /** In MB, as Linux reports it; on other systems, the heap of the JVM. */
    private static long readPeak() {
        try (var lines = Files.lines(STATUS)) {
            return lines.filter(line -> line.startsWith("VmHWM"))
                            .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                            .findFirst()
                            .orElse(0)
                    / 1024;
        } catch (IOException e) {
            return Runtime.getRuntime().totalMemory() >> 20;
        }
    }
}
