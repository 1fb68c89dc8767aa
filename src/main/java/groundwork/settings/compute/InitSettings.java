package groundwork.settings.compute;

import groundwork.aws.TaskLimits;
import groundwork.settings.marks.Between;
import groundwork.settings.marks.Keys;
import groundwork.settings.marks.Matching;
import groundwork.settings.marks.Setting;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A container that does something before the main one starts; when it fails, the task does. */
public record InitSettings(
        @Setting(
                        value = "A full image name, or a tag in a repository of this stack's own",
                        example = "migrations:1.4.2")
                @Matching(value = ImageName.PATTERN, says = "name:tag, or a full image name with its registry")
                String image,
        @Setting(value = "What to run in place of the image's own command", example = "[migrate, up]")
                List<String> command,
        @Setting(value = "CPU units set aside for it", example = "64") @Between(min = "0", max = "16384")
                Optional<Integer> cpu,
        @Setting(value = "MiB of memory set aside for it", example = "128") @Between(min = "6", max = "122880")
                Optional<Integer> memory,
        @Setting(value = "Plain environment variables", example = "{ LEVEL: info }")
                @Keys(value = "[A-Za-z_][A-Za-z0-9_]*", says = "a variable's name of letters, digits and _")
                @Matching(value = TaskLimits.NO_CONTROLS, says = TaskLimits.NO_CONTROLS_SAYS)
                Map<String, String> environment,
        @Setting(value = "Whether it sees the service's own environment and secrets", example = "true")
                boolean inherits) {

    /** ECS waits for the end of no essential container, and nobody calls one that ends before the service starts. */
    public ContainerSettings container() {
        return new ContainerSettings(image, command, cpu, memory, Optional.empty(), environment, inherits, false);
    }
}
