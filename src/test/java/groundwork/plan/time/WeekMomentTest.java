package groundwork.plan.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalTime;
import org.junit.jupiter.api.Test;

class WeekMomentTest {
    private static final Duration QUARTER = Duration.ofMinutes(15);

    @Test
    void isATimeFromMondayToFriday() {
        assertThat(WeekMoment.at(LocalTime.of(8, 0)).cron()).isEqualTo("cron(0 8 ? * MON-FRI *)");
        assertThat(WeekMoment.at(LocalTime.of(0, 0)).cron()).isEqualTo("cron(0 0 ? * MON-FRI *)");
        assertThat(WeekMoment.at(LocalTime.of(18, 30)).cron()).isEqualTo("cron(30 18 ? * MON-FRI *)");
    }

    @Test
    void canBeMoved() {
        var morning = WeekMoment.at(LocalTime.of(8, 0));

        assertThat(morning.before(QUARTER).cron()).isEqualTo("cron(45 7 ? * MON-FRI *)");
        assertThat(morning.after(QUARTER).cron()).isEqualTo("cron(15 8 ? * MON-FRI *)");
    }

    @Test
    void beforeMidnightIsTheEveningBefore() {
        assertThat(WeekMoment.at(LocalTime.of(0, 10)).before(QUARTER).cron()).isEqualTo("cron(55 23 ? * SUN-THU *)");
    }

    @Test
    void afterMidnightIsTheNextMorning() {
        assertThat(WeekMoment.at(LocalTime.of(23, 45)).after(QUARTER).cron()).isEqualTo("cron(0 0 ? * TUE-SAT *)");
    }
}
