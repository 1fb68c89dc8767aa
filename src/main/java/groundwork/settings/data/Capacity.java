package groundwork.settings.data;

import groundwork.settings.marks.Between;
import groundwork.settings.marks.Checked;
import groundwork.settings.marks.Setting;
import groundwork.settings.problems.Problems;
import java.math.BigDecimal;
import java.time.Duration;

/** Aurora capacity units of about 2 GiB each. */
public record Capacity(
        @Setting(
                        value = "Minimum ACUs; 0 allows auto-pause",
                        example = "0",
                        cost = "about $88 for each ACU; nothing while paused")
                @Between(min = "0", max = "256")
                BigDecimal min,
        @Setting(value = "Maximum", example = "4", cost = "about $0.12 an hour for each ACU in use")
                @Between(min = "1", max = "256")
                BigDecimal max,
        @Setting(
                        value = "Auto-pause after this time without a connection",
                        example = "10m",
                        cost = "about $0.12 an hour for each ACU until it pauses")
                @Between(min = "5m", max = "1d")
                Duration pauseAfter)
        implements Checked {

    public boolean canPause() {
        return min.signum() == 0;
    }

    @Override
    public void check(Problems problems) {
        problems.at("min").unless(isHalf(min), "%s: ACUs come in steps of 0.5", min);
        problems.at("max").unless(isHalf(max), "%s: ACUs come in steps of 0.5", max);
        problems.at("max").unless(max.compareTo(min) >= 0, "max (%s) is less than min (%s)", max, min);
    }

    private static boolean isHalf(BigDecimal units) {
        return units.remainder(new BigDecimal("0.5")).signum() == 0;
    }
}
