package groundwork.settings.observe;

import groundwork.settings.marks.Between;
import groundwork.settings.marks.Checked;
import groundwork.settings.marks.Setting;
import groundwork.settings.marks.Short;
import groundwork.settings.problems.Problems;
import groundwork.settings.units.Percent;
import java.time.Duration;
import java.util.Optional;

/** When one alarm goes off; what is not given is as in the rule that it overrides. */
@Short("threshold")
public record AlarmRule<T>(
        @Setting("Threshold") Optional<T> threshold,
        @Setting(value = "Statistic", example = "average") Optional<Statistic> statistic,
        @Setting(value = "Period", example = "5m") @Between(min = "1m", max = "1d") Optional<Duration> period,
        @Setting(value = "Evaluation periods", example = "3") @Between(min = "1", max = "1440")
                Optional<Integer> periods,
        @Setting(value = "Data points that must breach the threshold; all by default", example = "2")
                @Between(min = "1", max = "1440")
                Optional<Integer> dataPoints)
        implements Checked {
    private static final Duration LONGEST = Duration.ofDays(7);
    private static final Duration LONGEST_OF_SHORT_PERIODS = Duration.ofDays(1);
    private static final Duration HOUR = Duration.ofHours(1);

    public enum Statistic {
        AVERAGE("Average"),
        MINIMUM("Minimum"),
        MAXIMUM("Maximum"),
        SUM("Sum"),
        P50("p50"),
        P90("p90"),
        P95("p95"),
        P99("p99");

        private final String label;

        Statistic(String label) {
            this.label = label;
        }

        /** CloudWatch's name for it. */
        public String label() {
            return label;
        }
    }

    /** This rule, completed by another. */
    public AlarmRule<T> over(AlarmRule<T> base) {
        return new AlarmRule<>(
                threshold.or(base::threshold),
                statistic.or(base::statistic),
                period.or(base::period),
                periods.or(base::periods),
                dataPoints.or(() -> periods.isPresent() ? Optional.empty() : base.dataPoints()));
    }

    public AlarmRule<T> overriddenBy(Optional<AlarmRule<T>> own) {
        return own.map(rule -> rule.over(this)).orElse(this);
    }

    public T limit() {
        return threshold.orElseThrow();
    }

    /** The threshold as CloudWatch takes it: a number, a percentage, or seconds. */
    public double figure() {
        var limit = limit();
        if (limit instanceof Percent share) {
            return share.value();
        }
        return limit instanceof Duration time ? time.toSeconds() : ((Integer) limit).doubleValue();
    }

    @Override
    public void check(Problems problems) {
        period.ifPresent(length -> {
            problems.at("period")
                    .unless(length.toSeconds() % 60 == 0, "CloudWatch takes whole minutes; write 1m, 5m …");
            var most = length.compareTo(HOUR) < 0 ? LONGEST_OF_SHORT_PERIODS : LONGEST;
            problems.at("periods")
                    .unless(
                            length.multipliedBy(periods.orElse(1)).compareTo(most) <= 0,
                            "an alarm evaluates at most %d days with this period; set fewer",
                            most.toDays());
        });
        problems.at("dataPoints")
                .unless(
                        dataPoints.orElse(1) <= periods.or(() -> dataPoints).orElse(1),
                        "dataPoints (%s) is more than periods; set fewer",
                        dataPoints.orElse(1));
    }
}
