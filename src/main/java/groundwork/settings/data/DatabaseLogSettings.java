package groundwork.settings.data;

import groundwork.settings.marks.Between;
import groundwork.settings.marks.Setting;
import java.time.Duration;

/** What PostgreSQL writes to its log besides errors. */
public record DatabaseLogSettings(
        @Setting(value = "Log connections and disconnections", example = "true", cost = "$0.50 for each GB")
                boolean connections,
        @Setting(
                        value = "Log statements that take longer than this, values included; 0 logs none",
                        example = "2s",
                        cost = "$0.50 for each GB")
                @Between(min = "0s", max = "1h")
                Duration slowStatements) {}
