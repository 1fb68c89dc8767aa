package groundwork.plan.sleep;

import static org.assertj.core.api.Assertions.assertThat;

import groundwork.plan.Plan;
import groundwork.plan.sleep.Sleeper.Kind;
import groundwork.settings.StackText;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class SleepPlanTest {
    private static final String SHOP =
            """
            groundwork:environment: staging
            groundwork:domain: { name: shop.example.com, zone: Z0123456789ABCDEFGHIJ }
            groundwork:sleep: { hours: { timezone: Europe/Berlin } }
            groundwork:databases:
              db: {}
              lake: { engine: aurora-postgres, capacity: { min: 0.5 } }
              pond: { engine: aurora-postgres, capacity: { min: 0 } }
              keep: { sleep: false }
            groundwork:queues: { jobs: {} }
            groundwork:services:
              app: { port: 80, routes: [/*], links: [api, jobs] }
              api: { port: 81, links: [db] }
              mailer: { links: [{ to: jobs, access: consume }, lake] }
              clock: {}
              watch: { sleep: false, links: [keep] }
            """;

    private final SleepPlan plan = plan(SHOP);

    @Test
    void databasesStartFirstAndServicesAfterWhatTheyLinkTo() {
        assertThat(plan.waves().stream()
                        .map(wave -> wave.stream().map(Sleeper::name).toList())
                        .toList())
                .isEqualTo(List.of(List.of("clock", "db", "lake"), List.of("api", "mailer"), List.of("app")));
        assertThat(plan.waves().get(0))
                .extracting(Sleeper::kind)
                .containsExactly(Kind.SERVICE, Kind.INSTANCE, Kind.CLUSTER);
    }

    @Test
    void aMessageWakesItsConsumersAndWhatTheyNeed() {
        assertThat(plan.queues()).isEqualTo(Map.of("jobs", new TreeSet<>(List.of("lake", "mailer"))));
    }

    @Test
    void thePreviewSaysWhatSleepsInWhichOrderAndHowLongWakingTakes() {
        assertThat(plan.notes())
                .containsExactly(
                        "sleeps after 15m without use; woken by request, queue, schedule, hand; waking takes about"
                                + " 8 min: clock (task start, 50 s) and db (RDS instance, 5 min) and lake (Aurora cluster, 5 min),"
                                + " then api (task start, 50 s) and mailer (task start, 50 s), then app (task start and health"
                                + " checks, 110 s)",
                        NOBODY_IS_TOLD);
    }

    @Test
    void onlyWhatAppliesIsNamedAsAReason() {
        assertThat(plan("groundwork:sleep: {}\ngroundwork:services: { app: {} }")
                        .notes())
                .containsExactly(
                        "sleeps after 15m without use; woken by hand; waking takes about 50 s: app (task start,"
                                + " 50 s)",
                        NOBODY_IS_TOLD);
    }

    @Test
    void whoeverIsToldNeedsNoNote() {
        var told = plan("groundwork:sleep: {}\ngroundwork:services: { app: {} }\n"
                + "groundwork:observability: { alarms: { email: [ops@example.com] } }");

        assertThat(told.notes()).hasSize(1);
    }

    private static final String NOBODY_IS_TOLD =
            "nobody is told when it can't be woken; name recipients in observability.alarms.email";

    private static SleepPlan plan(String settings) {
        return Plan.of("test", "us-east-1", StackText.settings(settings))
                .sleep()
                .orElseThrow();
    }
}
