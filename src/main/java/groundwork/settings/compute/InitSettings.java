package groundwork.settings.compute;

import groundwork.aws.TaskLimits;
import groundwork.settings.marks.Between;
import groundwork.settings.marks.Keys;
import groundwork.settings.marks.Matching;
import groundwork.settings.marks.Repeats;
import groundwork.settings.marks.Setting;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A container that does something before the main one starts; when it fails, the task does. */
public record InitSettings(
        @Setting(
                        value = "Image: name:tag in a repository of this stack, or a full image name with its registry",
                        example = "migrations:1.4.2")
                @Matching(value = ImageName.PATTERN, says = "name:tag, or a full image name with its registry")
                String image,
        @Setting(value = "Command, instead of the image's", example = "[migrate, up]")
                @Matching(value = TaskLimits.NO_CONTROLS, says = TaskLimits.NO_CONTROLS_SAYS)
                @Repeats
                List<String> command,
        @Setting(value = "Reserved CPU units", example = "64") @Between(min = "0", max = "16384") Optional<Integer> cpu,
        @Setting(value = "Reserved memory in MiB", example = "128") @Between(min = "6", max = "122880")
                Optional<Integer> memory,
        @Setting(value = "Plain environment variables", example = "{ LEVEL: info }")
                @Keys(value = "[A-Za-z_][A-Za-z0-9_]*", says = "a variable name of letters, digits and _")
                @Matching(value = TaskLimits.NO_CONTROLS, says = TaskLimits.NO_CONTROLS_SAYS)
                Map<String, String> environment,
        @Setting(value = "Whether it gets the environment and secrets of the service", example = "true")
                boolean inherits) {

    /** ECS waits for the end of no essential container, and nobody calls one that ends before the service starts. */
    public ContainerSettings container() {
        return new ContainerSettings(image, command, cpu, memory, Optional.empty(), environment, inherits, false);
    }
}
