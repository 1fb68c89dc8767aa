package groundwork.settings.service;

import groundwork.settings.marks.Between;
import groundwork.settings.marks.Setting;
import java.time.Duration;

/** How requests move from the old version to the new one, where both stand ready at once. */
public record BlueGreenSettings(
        @Setting(
                        value =
                                "Traffic shift: all at once, 10% for five minutes and then the rest, or 10% every minute",
                        example = "linear")
                Shift shift,
        @Setting(
                        value = "How long the old tasks stay for an instant rollback",
                        example = "1h",
                        cost = "the old tasks, for that long")
                @Between(min = "0s", max = "2d")
                Duration keepOld) {

    public enum Shift {
        ALL_AT_ONCE("CodeDeployDefault.ECSAllAtOnce"),
        CANARY("CodeDeployDefault.ECSCanary10Percent5Minutes"),
        LINEAR("CodeDeployDefault.ECSLinear10PercentEvery1Minutes");

        private final String configuration;

        Shift(String configuration) {
            this.configuration = configuration;
        }

        /** CodeDeploy's name for it. */
        public String configuration() {
            return configuration;
        }
    }
}
