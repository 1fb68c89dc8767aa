package groundwork.settings.data;

import groundwork.settings.marks.Between;
import groundwork.settings.marks.Setting;
import groundwork.settings.observe.AlarmRule;
import groundwork.settings.units.Percent;
import java.util.Optional;

/** What is not given is as in {@code observability.alarms}. */
public record CacheAlarmSettings(
        @Setting(value = "Memory in use", example = "90%") @Between(min = "1%", max = "100%")
                Optional<AlarmRule<Percent>> memory,
        @Setting(value = "CPU of the engine", example = "70%") @Between(min = "1%", max = "100%")
                Optional<AlarmRule<Percent>> cpu,
        @Setting(value = "Keys evicted within a period", example = "5000") @Between(min = "0", max = "1000000000")
                Optional<AlarmRule<Integer>> evictions) {}
