package groundwork.settings.service;

import groundwork.settings.marks.Between;
import groundwork.settings.marks.Setting;
import groundwork.settings.observe.AlarmRule;
import groundwork.settings.units.Percent;
import java.time.Duration;
import java.util.Optional;

/** What is not given is as in {@code observability.alarms}. */
public record ServiceAlarmSettings(
        @Setting(value = "CPU", example = "70%") @Between(min = "1%", max = "100%") Optional<AlarmRule<Percent>> cpu,
        @Setting(value = "Memory", example = "80%") @Between(min = "1%", max = "100%")
                Optional<AlarmRule<Percent>> memory,
        @Setting(value = "Tasks that are wanted but do not run", example = "1") @Between(min = "0", max = "1000")
                Optional<AlarmRule<Integer>> missingTasks,
        @Setting(value = "Targets that fail their health check", example = "1") @Between(min = "0", max = "1000")
                Optional<AlarmRule<Integer>> unhealthyTargets,
        @Setting(value = "Response time", example = "3s") @Between(min = "1s", max = "1m")
                Optional<AlarmRule<Duration>> responseTime) {}
