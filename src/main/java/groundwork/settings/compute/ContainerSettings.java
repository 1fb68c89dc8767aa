package groundwork.settings.compute;

import groundwork.aws.TaskLimits;
import groundwork.settings.marks.Between;
import groundwork.settings.marks.Keys;
import groundwork.settings.marks.Matching;
import groundwork.settings.marks.Setting;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A container beside the main one. */
public record ContainerSettings(
        @Setting(
                        value = "A full image name, or a tag in a repository of this stack's own",
                        example = "public.ecr.aws/xray/aws-xray-daemon:3.x")
                @Matching(value = ImageName.PATTERN, says = "name:tag, or a full image name with its registry")
                String image,
        @Setting(value = "What to run in place of the image's own command", example = "[migrate, up]")
                List<String> command,
        @Setting(value = "CPU units set aside for it", example = "64") @Between(min = "0", max = "16384")
                Optional<Integer> cpu,
        @Setting(value = "MiB of memory set aside for it", example = "128") @Between(min = "6", max = "122880")
                Optional<Integer> memory,
        @Setting(value = "The port it listens on", example = "2000") @Between(min = "1", max = "65535")
                Optional<Integer> port,
        @Setting(value = "Plain environment variables", example = "{ LEVEL: info }")
                @Keys(value = "[A-Za-z_][A-Za-z0-9_]*", says = "a variable's name of letters, digits and _")
                @Matching(value = TaskLimits.NO_CONTROLS, says = TaskLimits.NO_CONTROLS_SAYS)
                Map<String, String> environment,
        @Setting(value = "Whether it sees the service's own environment and secrets", example = "true")
                boolean inherits,
        @Setting(value = "Whether the task stops when it does", example = "false") boolean essential) {}
