package groundwork.engine;

import static groundwork.aws.ResourceTypes.APIGATEWAYV2_API;
import static groundwork.aws.ResourceTypes.APIGATEWAYV2_API_MAPPING;
import static groundwork.aws.ResourceTypes.APPAUTOSCALING_TARGET;
import static groundwork.aws.ResourceTypes.ECS_SERVICE;
import static groundwork.aws.ResourceTypes.LB_LISTENER_RULE;
import static org.assertj.core.api.Assertions.assertThat;

import groundwork.plugin.Thing;
import groundwork.tools.Needs;
import groundwork.tools.Tool;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** An update neither wakes an environment nor puts it to sleep, and what it changes arrives all the same. */
@Needs(Tool.PULUMI)
@Execution(ExecutionMode.CONCURRENT)
class SleepIT {
    private static final Map<String, Object> OPEN_WHILE_ASLEEP =
            Map.of("hostHeader", Map.of("values", List.of("staging.interviewlm.com")));

    private static final String MAPPING = "api-domain-mapping";

    private static Workspace awake;

    @BeforeAll
    static void build() {
        awake = Workspace.of(StackUnderTest.of("staging"));
        awake.up().expectSuccess();
    }

    @AfterAll
    static void close() {
        awake.close();
    }

    @Test
    void nothingIsLeftToDoAwakeOrAsleep() {
        assertThat(awake.preview().changes()).isEmpty();
        try (var asleep = awake.copy()) {
            fallAsleep(asleep);
            assertThat(asleep.preview().changes()).isEmpty();
            asleep.refresh().expectSuccess();
            assertThat(asleep.preview().changes()).isEmpty();
        }
    }

    @Test
    void aChangedRangeArrivesAndTheEnvironmentSleepsOn() {
        try (var asleep = awake.copy()) {
            fallAsleep(asleep);
            asleep.refresh().expectSuccess();
            asleep.configure("groundwork:services.app.tasks.max", "5");
            asleep.configure("groundwork:services.app.image", "app:1.0.1");
            asleep.up().expectSuccess();

            assertThat(thing(asleep, ECS_SERVICE, "app-service").inputs()).containsEntry("desiredCount", 0L);
            assertThat(thing(asleep, APPAUTOSCALING_TARGET, "app-scaling-target")
                            .inputs())
                    .containsEntry("maxCapacity", 0L);
            assertThat(thing(asleep, LB_LISTENER_RULE, "sleep-way-requests-1").inputs())
                    .containsEntry("conditions", List.of(OPEN_WHILE_ASLEEP));
            assertThat(thing(asleep, "aws:dynamodb/tableItem:TableItem", "sleep-table-config")
                            .inputs()
                            .get("item"))
                    .asString()
                    .contains("\\\"range\\\":{\\\"max\\\":5,\\\"min\\\":1}");
            assertThat(asleep.preview().changes()).isEmpty();
        }
    }

    @Test
    void isTakenDownAwakeOrAsleep() {
        for (var sleeps : List.of(false, true)) {
            try (var workspace = awake.copy()) {
                if (sleeps) {
                    fallAsleep(workspace);
                    workspace.refresh().expectSuccess();
                }
                workspace.destroy().expectSuccess();
                assertThat(workspace.cloud().things()).isEmpty();
            }
        }
    }

    @Test
    void theSameHoldsBehindAnHttpApi() {
        try (var workspace = Workspace.of(new StackUnderTest(Path.of("stacks/vgs/Pulumi.preview.yaml")))) {
            workspace.up().expectSuccess();
            assertThat(workspace.preview().changes()).isEmpty();
            var waker = thing(workspace, APIGATEWAYV2_API, "waker-api-api").id();
            change(workspace, ECS_SERVICE, "front-service", Map.of("desiredCount", 0L));
            change(workspace, ECS_SERVICE, "api-service", Map.of("desiredCount", 0L));
            change(workspace, APIGATEWAYV2_API_MAPPING, MAPPING, Map.of("apiId", waker));
            assertThat(workspace.preview().changes()).isEmpty();
            workspace.refresh().expectSuccess();
            assertThat(workspace.preview().changes()).isEmpty();

            workspace.configure("groundwork:services.front.image", "front:1.0.1");
            workspace.up().expectSuccess();

            assertThat(thing(workspace, APIGATEWAYV2_API_MAPPING, MAPPING).inputs())
                    .containsEntry("apiId", waker);
            assertThat(thing(workspace, ECS_SERVICE, "front-service").inputs()).containsEntry("desiredCount", 0L);
            workspace.destroy().expectSuccess();
            assertThat(workspace.cloud().things()).isEmpty();
        }
    }

    /** What the conductor changes. */
    private static void fallAsleep(Workspace workspace) {
        change(workspace, ECS_SERVICE, "app-service", Map.of("desiredCount", 0L));
        change(workspace, ECS_SERVICE, "worker-service", Map.of("desiredCount", 0L));
        change(workspace, APPAUTOSCALING_TARGET, "app-scaling-target", Map.of("minCapacity", 0L, "maxCapacity", 0L));
        change(workspace, LB_LISTENER_RULE, "sleep-way-requests-1", Map.of("conditions", List.of(OPEN_WHILE_ASLEEP)));
    }

    private static void change(Workspace workspace, String type, String name, Map<String, Object> properties) {
        var thing = thing(workspace, type, name);
        workspace
                .cloud()
                .replace(
                        thing,
                        new Thing(
                                thing.urn(),
                                thing.type(),
                                thing.id(),
                                thing.region(),
                                with(thing.inputs(), properties),
                                with(thing.outputs(), properties)));
    }

    private static SortedMap<String, Object> with(SortedMap<String, Object> old, Map<String, Object> properties) {
        var changed = new TreeMap<>(old);
        changed.putAll(properties);
        return changed;
    }

    private static Thing thing(Workspace workspace, String type, String name) {
        return workspace.cloud().things().stream()
                .filter(thing -> thing.urn().endsWith(type + "::" + name))
                .findFirst()
                .orElseThrow();
    }
}
