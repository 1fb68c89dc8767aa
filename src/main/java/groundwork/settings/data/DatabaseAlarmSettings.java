package groundwork.settings.data;

import groundwork.settings.marks.Between;
import groundwork.settings.marks.Setting;
import groundwork.settings.observe.AlarmRule;
import groundwork.settings.units.Percent;
import java.time.Duration;
import java.util.Optional;

/** What is not given is as in {@code observability.alarms}. */
public record DatabaseAlarmSettings(
        @Setting(value = "Open connections", example = "200") @Between(min = "1", max = "20000")
                Optional<AlarmRule<Integer>> connections,
        @Setting(value = "Free storage, as a share of allocated storage", example = "10%")
                @Between(min = "1%", max = "100%")
                Optional<AlarmRule<Percent>> storage,
        @Setting(value = "CPU", example = "90%") @Between(min = "1%", max = "100%") Optional<AlarmRule<Percent>> cpu,
        @Setting(value = "Replica lag", example = "1m") @Between(min = "1s", max = "1d")
                Optional<AlarmRule<Duration>> replicaLag) {}
