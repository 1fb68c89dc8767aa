package groundwork.settings.messaging;

import groundwork.settings.marks.Between;
import groundwork.settings.marks.Setting;
import groundwork.settings.observe.AlarmRule;
import java.time.Duration;
import java.util.Optional;

/** What is not given is as in {@code observability.alarms}. */
public record QueueAlarmSettings(
        @Setting(value = "Messages in its dead-letter queue", example = "5") @Between(min = "0", max = "1000000")
                Optional<AlarmRule<Integer>> deadLetters,
        @Setting(value = "Age of the oldest message", example = "1h") @Between(min = "1m", max = "14d")
                Optional<AlarmRule<Duration>> oldestMessage) {}
