package groundwork.plan.watch.alarms;

import groundwork.settings.observe.AlarmRule;
import java.time.Duration;

/** What to do about a service that responds too slowly, wherever it runs. */
final class SlowAdvice {
    private SlowAdvice() {}

    static String of(String service, AlarmRule<Duration> rule, Trigger trigger) {
        return "The response time of %s is above %d seconds (%s) %s. First compare with the CPU and connections of the databases on the dashboard, then with the service's own CPU."
                .formatted(
                        service,
                        rule.limit().toSeconds(),
                        rule.statistic().orElseThrow().label(),
                        trigger.lasting());
    }
}
