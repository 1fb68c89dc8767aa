package groundwork.compute.fargate;

import static groundwork.aws.ResourceTypes.CODEDEPLOY_DEPLOYMENT_GROUP;
import static groundwork.aws.ResourceTypes.LB_LISTENER_RULE;
import static groundwork.aws.ResourceTypes.LB_TARGET_GROUP;
import static org.assertj.core.api.Assertions.assertThat;

import groundwork.Policies;
import groundwork.Stacks;
import groundwork.offline.Ids;
import groundwork.offline.recording.Recorded;
import groundwork.offline.recording.Recording;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class BlueGreenTest {

    private final Recording recording = record("{\"shift\": \"linear\", \"keepOld\": \"1h\"}", Ids.KNOWN);
    private final Recorded group = recording.named(CODEDEPLOY_DEPLOYMENT_GROUP, "app-deployment-group");

    @Test
    void twoTargetGroupsTakeTurnsBehindOneRule() {
        assertThat(recording.ofType(LB_TARGET_GROUP))
                .extracting(Recorded::name)
                .containsExactlyInAnyOrder("app-app-group-80", "app-app-alternate-80");
        assertThat(recording.ofType(LB_LISTENER_RULE)).singleElement().satisfies(rule -> {
            assertThat(rule.text("actions[0].targetGroupArn"))
                    .isEqualTo(
                            recording.named(LB_TARGET_GROUP, "app-app-group-80").text("arn"));
            assertThat(rule.ignoreChanges()).containsExactly("actions");
            assertThat(rule.options().replacement().onChanges()).containsExactly("tags");
            assertThat(rule.options().replacement().deleteFirst()).contains(true);
            assertThat(rule.inputs()).containsEntry("tags", Map.of("Service", "app"));
        });
        assertThat(group.list("loadBalancerInfo.targetGroupPairInfo.targetGroups"))
                .containsExactly(
                        Map.of(
                                "name",
                                recording
                                        .named(LB_TARGET_GROUP, "app-app-group-80")
                                        .text("name")),
                        Map.of(
                                "name",
                                recording
                                        .named(LB_TARGET_GROUP, "app-app-alternate-80")
                                        .text("name")));
        assertThat(group.list("loadBalancerInfo.targetGroupPairInfo.prodTrafficRoute.listenerArns"))
                .containsExactly(recording
                        .named("aws:lb/listener:Listener", "load-balancer-http")
                        .text("arn"));
    }

    @Test
    void theServiceIsLeftToCodeDeploy() {
        var service = recording.named("aws:ecs/service:Service", "app-blue-green");

        assertThat(service.text("deploymentController.type")).isEqualTo("CODE_DEPLOY");
        assertThat(service.inputs()).doesNotContainKeys("deploymentCircuitBreaker", "deploymentMaximumPercent");
        assertThat(service.ignoreChanges())
                .containsExactly("taskDefinition", "loadBalancers", "capacityProviderStrategies");
    }

    @Test
    void requestsMoveAsAskedForAndOldTasksStay() {
        assertThat(group.text("deploymentConfigName")).isEqualTo("CodeDeployDefault.ECSLinear10PercentEvery1Minutes");
        assertThat(group.map("blueGreenDeploymentConfig.terminateBlueInstancesOnDeploymentSuccess"))
                .isEqualTo(Map.of("action", "TERMINATE", "terminationWaitTimeInMinutes", 60L));
        assertThat(group.map("deploymentStyle"))
                .isEqualTo(Map.of("deploymentType", "BLUE_GREEN", "deploymentOption", "WITH_TRAFFIC_CONTROL"));
    }

    @Test
    void tooManyErrorsTurnADeploymentBack() {
        assertThat(group.list("autoRollbackConfiguration.events"))
                .containsExactlyInAnyOrder("DEPLOYMENT_FAILURE", "DEPLOYMENT_STOP_ON_ALARM");
        assertThat(group.map("alarmConfiguration"))
                .isEqualTo(Map.of(
                        "enabled",
                        true,
                        "alarms",
                        List.of(recording
                                .named("aws:cloudwatch/metricAlarm:MetricAlarm", "alarms-entrance-errors")
                                .text("name"))));
    }

    @Test
    void codeDeployTouchesThisServiceAlone() {
        var service = recording
                .named("aws:ecs/service:Service", "app-blue-green")
                .id()
                .orElseThrow();
        assertThat(Policies.lines(recording
                        .named("aws:iam/rolePolicy:RolePolicy", "app-deployment-role-policy")
                        .text("policy")))
                .contains(
                        "Allow ecs:DescribeServices, ecs:UpdateServicePrimaryTaskSet on " + service,
                        "Allow elasticloadbalancing:ModifyRule on "
                                + recording.ofType(LB_LISTENER_RULE).get(0).text("arn"))
                .anySatisfy(line -> assertThat(line)
                        .startsWith("Allow iam:PassRole on arn:aws:iam::123456789012:role/")
                        .endsWith("when StringEquals iam:PassedToService ecs-tasks.amazonaws.com"));
    }

    @Test
    void bothTargetGroupsAreWatchedAndOneAlarmCoversBothBeingEmpty() {
        assertThat(recording.ofType("aws:cloudwatch/metricAlarm:MetricAlarm"))
                .extracting(Recorded::name)
                .contains(
                        "alarms-targets-app-unhealthy",
                        "alarms-targets-app-slow",
                        "alarms-targets-app-alternate-unhealthy",
                        "alarms-targets-app-alternate-slow",
                        "alarms-targets-app-none")
                .doesNotContain("alarms-targets-app-alternate-none");
    }

    @ParameterizedTest
    @EnumSource(Ids.class)
    void awsRefusesNothing(Ids ids) {
        assertThat(record("{}", ids).refusals()).isEmpty();
    }

    private static Recording record(String blueGreen, Ids ids) {
        return Stacks.of("production")
                .with("observability", "{\"alarms\": {\"email\": [\"ops@example.com\"]}}")
                .with(
                        "services",
                        "{\"app\": {\"port\": 80, \"image\": \"app:1\", \"routes\": [\"/*\"], \"deploy\": \"blue-green\","
                                + " \"blueGreen\": %s}}".formatted(blueGreen))
                .record(ids);
    }
}
