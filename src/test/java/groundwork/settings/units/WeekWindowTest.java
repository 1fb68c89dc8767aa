package groundwork.settings.units;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WeekWindowTest {
    @ParameterizedTest
    @CsvSource({
        "sun 02:00-04:00, sun:02:00-sun:04:00",
        "fri 22:30-01:00, fri:22:30-sat:01:00",
        "sun 23:00-00:00, sun:23:00-mon:00:00"
    })
    void isWrittenAsAwsWantsIt(String text, String aws) {
        assertThat(WeekWindow.parse(text).aws()).isEqualTo(aws);
        assertThat(WeekWindow.parse(text)).hasToString(text);
    }

    @ParameterizedTest
    @CsvSource({
        "sun 04:30-05:30, 03:00",
        "sun 04:00-05:00, 03:00",
        "sun 01:00-03:00, 03:00",
        "sun 02:00-04:00, 04:00",
        "sun 03:30-05:00, 05:00",
        "sun 03:00-04:00, 04:00",
        "sat 22:00-03:01, 03:01"
    })
    void leavesAnHourForCopies(String window, String copies) {
        assertThat(WeekWindow.parse(window).hourOutside(LocalTime.of(3, 0))).isEqualTo(LocalTime.parse(copies));
    }

    @ParameterizedTest
    @CsvSource({"sun 02:00-02:29", "sun 02:00-14:01", "sun 02:00-02:00"})
    void lastsBetweenHalfAnHourAndTwelveHours(String text) {
        assertThatThrownBy(() -> WeekWindow.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("write a window of half an hour to twelve hours");
    }

    @Test
    void isWrittenInOneWay() {
        assertThatThrownBy(() -> WeekWindow.parse("sunday 2-4"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("write a window such as sun 02:00-04:00");
    }
}
