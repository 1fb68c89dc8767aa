package groundwork.resilience.chaos;

import static groundwork.aws.ResourceTypes.FIS_EXPERIMENT_TEMPLATE;
import static groundwork.aws.ResourceTypes.IAM_ROLE_POLICY;
import static groundwork.settings.StackText.problems;
import static org.assertj.core.api.Assertions.assertThat;

import com.pulumi.core.Output;
import groundwork.Rows;
import groundwork.Topologies;
import groundwork.offline.Ids;
import groundwork.offline.recording.Recording;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ExperimentsTest {
    private static final String CLUSTER = "arn:aws:ecs:us-east-1:123456789012:cluster/shop-test";
    private static final String SUBNET = "arn:aws:ec2:us-east-1:123456789012:subnet/subnet-1";
    private static final String ALARM = "arn:aws:cloudwatch:us-east-1:123456789012:alarm:shop-test-errors";

    @ParameterizedTest
    @EnumSource(Ids.class)
    void halfOfAServicesTasksCanBeStopped(Ids ids) {
        var recording = run("{}", Optional.of(ALARM), ids);
        var template = recording.named(FIS_EXPERIMENT_TEMPLATE, "chaos-stop-app");

        assertThat(template.inputs())
                .containsEntry("description", "Stops 50% of the tasks of app")
                .containsEntry(
                        "targets",
                        List.of(Map.of(
                                "name",
                                "tasks",
                                "resourceType",
                                "aws:ecs:task",
                                "parameters",
                                Map.of("cluster", CLUSTER, "service", "shop-test-app"),
                                "selectionMode",
                                "COUNT(1)")))
                .containsEntry(
                        "actions",
                        List.of(Map.of(
                                "name",
                                "stop-tasks",
                                "actionId",
                                "aws:ecs:stop-task",
                                "target",
                                Map.of("key", "Tasks", "value", "tasks"))))
                .containsEntry("stopConditions", List.of(Map.of("source", "aws:cloudwatch:alarm", "value", ALARM)));
        assertThat(recording.ofType(FIS_EXPERIMENT_TEMPLATE)).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(Ids.class)
    void oneZoneCanBeCutOff(Ids ids) {
        var template = run("{ experiments: [lose-zone], lasting: 10m }", Optional.empty(), ids)
                .named(FIS_EXPERIMENT_TEMPLATE, "chaos-lose-zone");

        assertThat(template.inputs())
                .containsEntry(
                        "targets",
                        List.of(Map.of(
                                "name",
                                "zone",
                                "resourceType",
                                "aws:ec2:subnet",
                                "resourceArns",
                                List.of(SUBNET),
                                "selectionMode",
                                "ALL")))
                .containsEntry(
                        "actions",
                        List.of(Map.of(
                                "name",
                                "cut-off",
                                "actionId",
                                "aws:network:disrupt-connectivity",
                                "parameters",
                                List.of(
                                        Map.of("key", "duration", "value", "PT10M"),
                                        Map.of("key", "scope", "value", "all")),
                                "target",
                                Map.of("key", "Subnets", "value", "zone"))))
                .containsEntry("stopConditions", List.of(Map.of("source", "none")));
    }

    @Test
    void whatHappensIsLogged() {
        var recording = run("{}", Optional.empty(), Ids.KNOWN);

        assertThat(recording.named(FIS_EXPERIMENT_TEMPLATE, "chaos-stop-app").map("logConfiguration"))
                .containsEntry("logSchemaVersion", 2L)
                .containsEntry(
                        "cloudwatchLogsConfiguration",
                        Map.of(
                                "logGroupArn",
                                "arn:aws:logs:us-east-1:123456789012:log-group:/shop/test/experiments:*"));
    }

    @Test
    void stoppingTasksIsAllowedInThisClusterAlone() {
        assertThat(policy("{}"))
                .contains(
                        """
                        {"Effect":"Allow","Action":["ecs:DescribeTasks","ecs:StopTask"],\
                        "Resource":["arn:aws:ecs:us-east-1:123456789012:task/shop-test/*"]}""")
                .contains("{\"ArnEquals\":{\"ecs:cluster\":\"" + CLUSTER + "\"}}")
                .doesNotContain("ec2:");
    }

    @Test
    void cuttingOffIsAllowedForTheZonesSubnetsAlone() {
        assertThat(policy("{ experiments: [lose-zone] }"))
                .contains(
                        """
                        {"Effect":"Allow","Action":["ec2:ReplaceNetworkAclAssociation"],\
                        "Resource":["arn:aws:ec2:us-east-1:123456789012:subnet/subnet-1",\
                        "arn:aws:ec2:us-east-1:123456789012:network-acl/*"]}""")
                .contains(
                        """
                        {"Effect":"Allow","Action":["ec2:CreateNetworkAclEntry","ec2:DeleteNetworkAcl"],\
                        "Resource":["arn:aws:ec2:us-east-1:123456789012:network-acl/*"],\
                        "Condition":{"StringEquals":{"ec2:ResourceTag/managedByFIS":"true"}}}""")
                .doesNotContain("ecs:StopTask");
    }

    @Rows(
            """
            { experiments: [] }                       | chaos.experiments: has no experiment; list one, or remove chaos
            { experiments: [stop-tasks, stop-tasks] } | chaos.experiments[1]: is listed twice; remove it
            { experiments: [stop-task] }              | chaos.experiments[0]: "stop-task": write one of stop-tasks, lose-zone; did you mean "stop-tasks"?
            { share: 0% }                             | chaos.share: 0% stops no task; set at least 1%
            { lasting: 90s }                          | chaos.lasting: is in whole minutes
            """)
    void whatCannotBeIsTold(String chaos, String problem) {
        assertThat(problems("groundwork:services: { app: { image: a:1 } }\ngroundwork:chaos: " + chaos))
                .containsExactly(problem);
    }

    @Test
    void experimentsNeedAService() {
        assertThat(problems("groundwork:chaos: {}"))
                .containsExactly("chaos: there is no Fargate service to stop tasks of");
    }

    private static String policy(String chaos) {
        return run(chaos, Optional.empty(), Ids.KNOWN)
                .named(IAM_ROLE_POLICY, "chaos-role-policy")
                .text("policy");
    }

    private static Recording run(String chaos, Optional<String> alarm, Ids ids) {
        var settings = "groundwork:services: { app: { image: a:1 } }\ngroundwork:chaos: " + chaos;
        var services = new TreeMap<>(Map.of("app", new ExperimentTargets.Service(Output.of("shop-test-app"), 2)));
        var targets =
                new ExperimentTargets(Output.of(CLUSTER), services, List.of(Output.of(SUBNET)), alarm.map(Output::of));
        var recording = Topologies.of(
                settings,
                ids,
                (stack, plan, context) ->
                        new Experiments("chaos", plan.settings().chaos().orElseThrow(), targets, stack));
        assertThat(recording.refusals()).isEmpty();
        return recording;
    }
}
