package groundwork.settings.service;

import groundwork.settings.marks.Between;
import groundwork.settings.marks.Setting;
import groundwork.settings.units.Percent;
import java.util.Optional;

/** What is not given is as in {@code observability.alarms}. */
public record OwnAlarmSettings(
        @Setting(value = "CPU, for 5 minutes", example = "70%") @Between(min = "1%", max = "100%")
                Optional<Percent> cpu,
        @Setting(value = "Memory, for 10 minutes", example = "80%") @Between(min = "1%", max = "100%")
                Optional<Percent> memory) {}
