package groundwork.plan.data;

import static org.assertj.core.api.Assertions.assertThat;

import groundwork.settings.StackText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CareHoursTest {
    @ParameterizedTest
    @CsvSource({
        "America/New_York, wed 15:00-16:00, 14:00-15:00",
        "UTC, wed 10:00-11:00, 09:00-10:00",
        "Australia/Sydney, wed 00:00-01:00, 23:00-00:00",
        "Pacific/Auckland, tue 22:00-23:00, 21:00-22:00"
    })
    void aDatabaseThatSleepsAtNightIsCaredForByDay(String zone, String maintenance, String backups) {
        var hours = hours("db: {}", "timezone: " + zone);

        assertThat(hours.maintenance()).hasToString(maintenance);
        assertThat(hours.backups()).isEqualTo(backups);
    }

    @ParameterizedTest
    @CsvSource({
        "America/New_York, tue 14:30-15:00, 15:00-16:00",
        "America/New_York, tue 21:00-22:00, 14:00-15:00",
        "Asia/Tokyo, mon 23:30-00:30, 00:30-01:30"
    })
    void aTimeByDayThatWasAskedForIsKept(String zone, String asked, String backups) {
        var hours = hours("db: { maintenance: " + asked + " }", "timezone: " + zone);

        assertThat(hours.maintenance()).hasToString(asked);
        assertThat(hours.backups()).isEqualTo(backups);
    }

    @Test
    void onesThatNeverStopAreCaredForAtNight() {
        assertThat(hours("db: { sleep: false }", "timezone: UTC").backups()).isEqualTo("03:00-04:00");
        assertThat(hours("db: { engine: aurora-postgres }", "timezone: UTC").maintenance())
                .hasToString("sun 04:30-05:30");
    }

    private static CareHours hours(String database, String office) {
        var stack = StackText.settings(
                """
                groundwork:services: { app: {} }
                groundwork:sleep: { hours: { start: "08:00", stop: "18:00", %s } }
                groundwork:databases: { %s }
                """
                        .formatted(office, database));
        return CareHours.of(
                stack.databases().get("db"), stack.openHours(stack.databases().get("db")));
    }
}
