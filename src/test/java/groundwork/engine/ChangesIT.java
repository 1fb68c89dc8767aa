package groundwork.engine;

import static org.assertj.core.api.Assertions.assertThat;

import groundwork.tools.Needs;
import groundwork.tools.Tool;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A changed setting changes what it is about and nothing else, and never replaces what holds data. */
@Needs(Tool.PULUMI)
class ChangesIT {
    private static Workspace built;

    @BeforeAll
    static void build() {
        built = Workspace.of(StackUnderTest.of("prod"));
        built.up().expectSuccess();
    }

    @AfterAll
    static void close() {
        built.close();
    }

    @Test
    void backupsAreKeptLonger() {
        changes(Map.of("databases.db.backups", "35d"), "update aws:rds/instance:Instance db-instance");
    }

    @Test
    void moreTasksAreAllowed() {
        changes(Map.of("services.app.tasks.max", "12"), "update aws:appautoscaling/target:Target app-scaling-target");
    }

    @Test
    void aNewVersionIsDeployed() {
        changes(
                Map.of("services.app.image", "app:1.0.1"),
                "replace aws:ecs/taskDefinition:TaskDefinition app-task",
                "update aws:ecs/service:Service app-service");
    }

    @Test
    void aLargerDatabaseIsTheSameDatabase() {
        changes(Map.of("databases.db.instanceClass", "db.t3.large"), "update aws:rds/instance:Instance db-instance");
    }

    @Test
    void aLinkedQueueReachesTheOneServiceThatLinksToIt() {
        changes(
                Map.of(
                        "queues.jobs.retries", "3",
                        "services.worker.links[5].to", "jobs",
                        "services.worker.links[5].access", "consume"),
                "create aws:cloudwatch/metricAlarm:MetricAlarm alarms-queue-jobs-failed",
                "create aws:cloudwatch/metricAlarm:MetricAlarm alarms-queue-jobs-late",
                "create aws:sqs/queue:Queue jobs-dead-letters",
                "create aws:sqs/queue:Queue jobs-queue",
                "create aws:sqs/queuePolicy:QueuePolicy jobs-dead-letters-policy",
                "create aws:sqs/queuePolicy:QueuePolicy jobs-policy",
                "create aws:sqs/redriveAllowPolicy:RedriveAllowPolicy jobs-way-to-dead-letters",
                "create aws:ssm/parameter:Parameter endpoints-queues-jobs--arn",
                "create aws:ssm/parameter:Parameter endpoints-queues-jobs--dead-letter-url",
                "create aws:ssm/parameter:Parameter endpoints-queues-jobs--url",
                "create groundwork:messaging:Queue jobs",
                "create groundwork:observe:SubjectAlarms alarms-queue-jobs",
                "replace aws:ecs/taskDefinition:TaskDefinition worker-task",
                "update aws:cloudwatch/dashboard:Dashboard dashboard-dashboard",
                "update aws:ecs/service:Service worker-service",
                "update aws:iam/rolePolicy:RolePolicy worker-task-policy");
    }

    private static void changes(Map<String, String> settings, String... expected) {
        try (var workspace = built.copy()) {
            settings.forEach((path, value) -> workspace.configure("groundwork:" + path, value));
            assertThat(workspace.preview().changes()).containsExactlyInAnyOrderElementsOf(List.of(expected));
        }
    }
}
