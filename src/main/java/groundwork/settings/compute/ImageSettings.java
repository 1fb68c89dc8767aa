package groundwork.settings.compute;

import groundwork.settings.marks.Between;
import groundwork.settings.marks.Setting;
import java.time.Duration;

/** The repositories of this stack's own images. */
public record ImageSettings(
        @Setting(value = "Number of images each repository keeps", example = "10", cost = "about $0.10 a GB")
                @Between(min = "1", max = "1000")
                int keep,
        @Setting(value = "Retention of untagged images", example = "7d", cost = "about $0.10 a GB")
                @Between(min = "1d", max = "365d")
                Duration untagged,
        @Setting(value = "Immutable tags", example = "true") boolean immutableTags) {}
