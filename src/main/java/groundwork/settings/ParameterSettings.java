package groundwork.settings;

import groundwork.settings.reader.Matching;
import groundwork.settings.reader.Setting;
import groundwork.settings.reader.Short;

/** A plain value that services read at their start. */
@Short("value")
public record ParameterSettings(
        @Setting(value = "The value; never a secret", example = "info")
                @Matching(value = "[\\s\\S]{1,4096}", says = "1 to 4096 characters")
                String value) {}
