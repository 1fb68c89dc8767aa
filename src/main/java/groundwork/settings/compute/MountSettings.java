package groundwork.settings.compute;

import groundwork.settings.marks.Matching;
import groundwork.settings.marks.Setting;
import groundwork.settings.marks.Short;

/** Where a volume appears in the main container. */
@Short("path")
public record MountSettings(
        @Setting(value = "A directory that is empty in the image", example = "/var/data/uploads")
                @Matching(value = Folders.PATH, says = "an absolute path without .. and without a / at its end")
                String path,
        @Setting(value = "Read-only mount", example = "true") boolean readOnly) {}
