package groundwork.change.causes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ChangedSettingsTest {
    private static final Map<String, String> BEFORE = Map.of(
            "aws:region", "us-east-1",
            "groundwork:owner", "team",
            "groundwork:services", "{\"app\":{\"port\":3000,\"routes\":[{\"path\":\"/*\"},{\"path\":\"/ws/*\"}]}}");

    @Test
    void areAsDeepAsItCanBeTold() {
        var after = Map.of(
                "aws:region", "eu-west-1",
                "groundwork:owner", "team",
                "groundwork:services",
                        "{\"app\":{\"port\":3001,\"routes\":[{\"path\":\"/*\"},{\"path\":\"/ws/*\",\"sticky\":\"1d\"}]},\"worker\":{}}");

        assertThat(ChangedSettings.between(BEFORE, after).all())
                .extracting(ChangedSetting::toString)
                .containsExactly("aws:region", "services.app.port", "services.app.routes[1].sticky", "services.worker");
    }

    @Test
    void oneCanBeTakenWithoutTheOthers() {
        var after = Map.of(
                "aws:region", "us-east-1",
                "groundwork:services", "{\"app\":{\"port\":3001,\"routes\":[{\"path\":\"/*\"},{\"path\":\"/ws/*\"}]}}");

        assertThat(new ChangedSetting(List.of("services", "app", "port"))
                        .taken(BEFORE, after)
                        .get("groundwork:services"))
                .isEqualTo(after.get("groundwork:services"));
        assertThat(new ChangedSetting(List.of("owner")).taken(BEFORE, after))
                .doesNotContainKey("groundwork:owner")
                .containsEntry("groundwork:services", BEFORE.get("groundwork:services"));
    }

    @Test
    void areWholeEntriesWhereTheyAreMany() {
        var settings =
                "{\"app\":{\"a\":%1$d,\"b\":%1$d,\"c\":%1$d,\"d\":%1$d,\"e\":%1$d},\"web\":{\"a\":%1$d,\"b\":%1$d,\"c\":%1$d,\"d\":%1$d}}";

        assertThat(ChangedSettings.between(
                                Map.of("groundwork:services", settings.formatted(1)),
                                Map.of("groundwork:services", settings.formatted(2)))
                        .all())
                .extracting(ChangedSetting::toString)
                .containsExactly("services.app", "services.web");
    }
}
