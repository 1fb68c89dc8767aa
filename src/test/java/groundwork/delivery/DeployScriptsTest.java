package groundwork.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The scripts of a deployment, with an AWS that answers what a test tells it to. */
class DeployScriptsTest {
    private static final String FAMILY = "arn:aws:ecs:us-east-1:123456789012:task-definition/lauv-prod-backend:";

    @TempDir
    Path folder;

    private record Ended(int code, String said) {}

    @Test
    void aServiceThatRunsTheNewestDefinitionIsProven() throws Exception {
        answers("ECS", FAMILY + "7\tCOMPLETED\t2\t2", FAMILY + "7");

        assertThat(run("verify")).isEqualTo(new Ended(0, "backend: 2 of 2 tasks run lauv-prod-backend:7\n"));
    }

    @Test
    void aServiceThatWasRolledBackIsNot() throws Exception {
        answers("ECS", FAMILY + "6\tCOMPLETED\t2\t2", FAMILY + "7");

        assertThat(run("verify"))
                .isEqualTo(new Ended(
                        1,
                        "backend: runs lauv-prod-backend:6, not lauv-prod-backend:7: it was rolled back, or never"
                                + " deployed\n"));
    }

    @Test
    void whatIsWantedCanBeNamed() throws Exception {
        answers("ECS", FAMILY + "6\tCOMPLETED\t2\t2", FAMILY + "7");

        assertThat(run("verify", "lauv-prod-backend:6").code()).isZero();
    }

    @Test
    void aServiceThatSleepsProvesNothing() throws Exception {
        answers("ECS", FAMILY + "7\tCOMPLETED\t0\t0", FAMILY + "7");

        assertThat(run("verify").said()).startsWith("backend: sleeps, so nothing has shown that");
    }

    @Test
    void aDeploymentUnderWayIsNotDone() throws Exception {
        answers("ECS", FAMILY + "7\tIN_PROGRESS\t2\t1", FAMILY + "7");

        assertThat(run("verify")).isEqualTo(new Ended(1, "backend: its deployment is IN_PROGRESS, not COMPLETED\n"));
    }

    @Test
    void blueAndGreenAreJudgedByTheirTasks() throws Exception {
        answers("CODE_DEPLOY", FAMILY + "7\tSTEADY_STATE\t2\t2", FAMILY + "7");

        assertThat(run("verify").code()).isZero();
    }

    @Test
    void codeDeployIsToldWhatToMoveTo() throws Exception {
        answers("CODE_DEPLOY", FAMILY + "6", FAMILY + "7");

        assertThat(run("move").said()).isEqualTo("backend: d-1 moves requests to lauv-prod-backend:7\n");
        var revision = JsonParser.parseString(Files.readString(folder.resolve("revision")))
                .getAsJsonObject();
        assertThat(revision.get("revisionType").getAsString()).isEqualTo("AppSpecContent");
        var spec = JsonParser.parseString(
                revision.getAsJsonObject("appSpecContent").get("content").getAsString());
        assertThat(spec)
                .hasToString(
                        "{\"version\":0.0,\"Resources\":[{\"TargetService\":{\"Type\":\"AWS::ECS::Service\",\"Properties\":"
                                + "{\"TaskDefinition\":\"" + FAMILY + "7\",\"LoadBalancerInfo\":"
                                + "{\"ContainerName\":\"backend\",\"ContainerPort\":5000},\"CapacityProviderStrategy\":"
                                + "[{\"Base\":1,\"CapacityProvider\":\"FARGATE\",\"Weight\":50},"
                                + "{\"Base\":0,\"CapacityProvider\":\"FARGATE_SPOT\",\"Weight\":50}]}}}]}");
    }

    @Test
    void ecsMovesRequestsItself() throws Exception {
        answers("ECS", FAMILY + "6", FAMILY + "7");

        assertThat(run("move")).isEqualTo(new Ended(0, ""));
        assertThat(folder.resolve("revision")).doesNotExist();
    }

    @Test
    void anEnvironmentIsWokenAndWaitedFor() throws Exception {
        conducts("{'phase':'waking','scope':'all'}", "{'phase':'awake','scope':'all'}");

        assertThat(run("wake")).isEqualTo(new Ended(0, "lauv-prod: awake\n"));
        assertThat(Files.readAllLines(folder.resolve("events")))
                .containsExactly("{\"want\":\"wake\",\"minutes\":30}", "{}");
    }

    @Test
    void anEnvironmentOfWhichOnlySomeIsAwakeIsWaitedFor() throws Exception {
        conducts("{'phase':'awake','scope':['worker']}", "{'phase':'awake','scope':'all'}");

        assertThat(run("wake").code()).isZero();
    }

    @Test
    void anEnvironmentThatCouldNotBeWokenFailsAndSaysWhy() throws Exception {
        conducts(
                "{'phase':'waking','scope':'all'}",
                "{'phase':'falling','scope':'all','failed':{'at':1,'times':1,'why':'app not ready'}}");

        assertThat(run("wake")).isEqualTo(new Ended(1, "lauv-prod: app not ready\n"));
    }

    @Test
    void anEnvironmentIsPutToSleep() throws Exception {
        conducts("{'phase':'falling','scope':'all'}", "{'phase':'asleep','scope':[]}");

        assertThat(run("sleep")).isEqualTo(new Ended(0, "lauv-prod: asleep\n"));
    }

    @Test
    void anEnvironmentInUseStaysAwake() throws Exception {
        conducts(
                "{'phase':'falling','scope':'all'}",
                "{'phase':'waking','scope':'all'}",
                "{'phase':'awake','scope':'all'}");

        assertThat(run("sleep")).isEqualTo(new Ended(1, "lauv-prod: it is awake again: something uses it\n"));
    }

    /** What the conductor answers, one call after the other. */
    private void conducts(String... states) throws IOException {
        for (int i = 0; i < states.length; i++) {
            Files.writeString(folder.resolve("state-" + i), states[i].replace('\'', '"'));
        }
        var aws = folder.resolve("aws");
        Files.writeString(
                aws,
                """
                #!/usr/bin/env bash
                cd '%s'
                while [ "$1" != --payload ]; do shift; done
                echo "$2" >> events
                cp "state-$(($(wc -l < events) - 1))" "${@: -1}"
                echo None
                """
                        .formatted(folder));
        assertThat(aws.toFile().setExecutable(true)).isTrue();
    }

    private void answers(String controller, String running, String newest) throws IOException {
        var aws = folder.resolve("aws");
        Files.writeString(
                aws,
                """
                #!/usr/bin/env bash
                case "$*" in
                  *deploymentController*) echo '%s' ;;
                  *capacityProviderStrategy*)
                    echo '[
                      { "Base": 1, "CapacityProvider": "FARGATE", "Weight": 50 },
                      { "Base": 0, "CapacityProvider": "FARGATE_SPOT", "Weight": 50 }
                    ]' ;;
                  *loadBalancers*) printf 'backend\\t5000\\n' ;;
                  *describe-services*) echo '%s' ;;
                  *list-task-definitions*) echo '%s' ;;
                  *create-deployment*)
                    while [ "$1" != --revision ]; do shift; done
                    printf %%s "$2" > '%s/revision'
                    echo d-1 ;;
                esac
                """
                        .formatted(controller, running, newest, folder));
        assertThat(aws.toFile().setExecutable(true)).isTrue();
    }

    private Ended run(String script, String... more) throws IOException, InterruptedException {
        var command = new ArrayList<>(
                List.of("tools/deploy/" + script, "lauv-prod", script.equals("wake") ? "30" : "backend"));
        command.addAll(List.of(more));
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("CONDUCT_PAUSE", "0");
        builder.environment().merge("PATH", folder.toString(), (path, first) -> first + ":" + path);
        var process = builder.start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ended(process.waitFor(), said);
    }
}
