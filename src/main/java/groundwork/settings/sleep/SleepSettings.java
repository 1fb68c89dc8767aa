package groundwork.settings.sleep;

import groundwork.settings.marks.Between;
import groundwork.settings.marks.Checked;
import groundwork.settings.marks.Setting;
import groundwork.settings.problems.Problems;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The whole environment stops when nobody uses it, and starts again when somebody does. */
public record SleepSettings(
        @Setting(
                        value = "How long nothing uses the environment before it falls asleep",
                        example = "15m",
                        cost = "saves tasks and database instances while asleep, but not storage and backups")
                @Between(min = "5m", max = "7d")
                Duration after,
        @Setting("Hours in which it stays awake; it also wakes at their start, with schedule in wake")
                Optional<SleepHours> hours,
        @Setting(value = "What wakes it", example = "[request, queue, schedule, hand]") List<WakeReason> wake,
        @Setting(
                        value =
                                "What a request gets meanwhile: page shows browsers a waiting page and gives other clients 503 with"
                                        + " Retry-After; hold lets other clients wait; refuse gives everybody 503",
                        example = "page")
                SleepAnswer answer,
        @Setting(value = "How long answer: hold lets a client wait before it is sent on", example = "20s")
                @Between(min = "1s", max = "50s")
                Duration hold,
        @Setting("Uptime probes, which neither wake it nor keep it awake") Optional<ProbeSettings> probes,
        @Setting(value = "Confirms that an environment of kind production may sleep", example = "true")
                Optional<Boolean> production)
        implements Checked {

    public boolean wakesBy(WakeReason reason) {
        return wake.contains(reason);
    }

    /** When it is sure to be awake: in hours at whose start the clock wakes it. */
    public Optional<OpenHours> openHours() {
        return hours.filter(found -> wakesBy(WakeReason.SCHEDULE)).map(OpenHours::of);
    }

    @Override
    public void check(Problems problems) {
        problems.at("wake").unless(!wake.isEmpty(), "nothing would wake it; name hand at least");
    }
}
