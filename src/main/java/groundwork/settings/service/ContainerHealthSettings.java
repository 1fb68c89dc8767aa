package groundwork.settings.service;

import groundwork.settings.marks.Between;
import groundwork.settings.marks.Matching;
import groundwork.settings.marks.Setting;
import groundwork.settings.marks.Short;
import java.time.Duration;

/** The check that ECS makes inside a container, in place of the image's own HEALTHCHECK, which ECS ignores. */
@Short("command")
public record ContainerHealthSettings(
        @Setting(
                        value =
                                "Run by a shell in the main container, so with what its image has: Alpine images have wget, not curl;"
                                        + " a new task is healthy only when this ends with 0",
                        example = "wget -q -O /dev/null http://localhost:3000/api/health || exit 1")
                @Matching(value = "[\\s\\S]*\\S[\\s\\S]*", says = "a shell command")
                String command,
        @Setting(value = "Schedule", example = "30s") @Between(min = "5s", max = "5m") Duration interval,
        @Setting(value = "How long the command may take", example = "10s") @Between(min = "2s", max = "1m")
                Duration timeout,
        @Setting(value = "Failures in a row that make it unhealthy", example = "3") @Between(min = "1", max = "10")
                int retries,
        @Setting(value = "How long failures of a new container don't count", example = "40s")
                @Between(min = "0s", max = "5m")
                Duration grace) {}
