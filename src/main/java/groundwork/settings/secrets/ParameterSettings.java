package groundwork.settings.secrets;

import groundwork.settings.marks.Matching;
import groundwork.settings.marks.Setting;
import groundwork.settings.marks.Short;

/** A plain value that services read at their start. */
@Short("value")
public record ParameterSettings(
        @Setting(value = "The value; never a secret", example = "info")
                @Matching(value = "[\\s\\S]{1,4096}", says = "1 to 4096 characters")
                String value) {}
