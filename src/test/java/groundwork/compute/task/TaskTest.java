package groundwork.compute.task;

import static groundwork.aws.ResourceTypes.ECS_TASK_DEFINITION;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import groundwork.Policies;
import groundwork.Stacks;
import groundwork.offline.recording.Recorded;
import groundwork.offline.recording.Recording;
import groundwork.report.TopologyText;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

class TaskTest {
    private static final String APP =
            """
            { "app": {
                "image": "app:1", "port": 80, "user": "1000:1000",
                "init": { "migrate": { "image": "migrations:1" }, "wait": { "image": "docker.io/library/busybox:1" } },
                "sidecars": { "proxy": { "image": "proxy:1" }, "cache": { "image": "docker.io/library/redis:7" } } } }""";

    @Test
    void theServiceStartsOnceWhatComesBeforeHasEnded() {
        var containers = containers(stack(APP).record());

        assertThat(containers.keySet()).containsExactlyInAnyOrder("app", "migrate", "wait", "proxy", "cache");
        assertThat(containers.get("app").getAsJsonArray("dependsOn"))
                .isEqualTo(
                        JsonParser.parseString(
                                """
                        [{"containerName":"migrate","condition":"SUCCESS"},{"containerName":"wait","condition":"SUCCESS"}]"""));
        assertThat(containers.get("migrate").get("essential").getAsBoolean()).isFalse();
    }

    @Test
    void whileThereIsNoImageOnlyThePlaceholderAndOtherPeoplesImagesRun() {
        var recording = stack(APP.replaceAll(":1\"", "\"")).record();
        var containers = containers(recording);

        assertThat(containers.keySet()).containsExactlyInAnyOrder("app", "cache");
        assertThat(containers.get("app").has("dependsOn")).isFalse();
        assertThat(recording
                        .named("aws:iam/rolePolicy:RolePolicy", "app-execution-policy")
                        .text("policy"))
                .doesNotContain("ecr:");
    }

    @Test
    void theMainContainerRunsAsItsOwnUserOnceItIsNoPlaceholder() {
        assertThat(containers(stack(APP).record()).get("app").get("user").getAsString())
                .isEqualTo("1000:1000");
        assertThat(containers(stack(APP.replaceAll(":1\"", "\"")).record())
                        .get("app")
                        .has("user"))
                .isFalse();
    }

    @Test
    void filesOfOneFolderShareAVolumeThatHoldsNothingElse() {
        var recording = stack(
                        """
                { "app": { "image": "app:1", "files": {
                    "/config/app.conf": "a", "/config/rules/one.yml": "b", "/theme/logo.svg": "c" } } }""")
                .record();
        var containers = containers(recording);

        assertThat(recording.refusals()).isEmpty();
        assertThat(containers.get("app").get("mountPoints"))
                .hasToString("[{\"sourceVolume\":\"files_1\",\"containerPath\":\"/config\",\"readOnly\":true},"
                        + "{\"sourceVolume\":\"files_2\",\"containerPath\":\"/theme\",\"readOnly\":true}]");
        assertThat(containers.get("files").get("command"))
                .hasToString("[\"sh\",\"-c\",\"mkdir -p /config/rules && printf %s \\\"$FILE_1\\\" > /config/app.conf"
                        + " && printf %s \\\"$FILE_2\\\" > /config/rules/one.yml"
                        + " && printf %s \\\"$FILE_3\\\" > /theme/logo.svg\"]");
    }

    @Test
    void disksAreReadOnlyWithRoomInMemory() {
        var containers = containers(stack(APP).record());

        assertThat(containers.values())
                .allSatisfy(container -> assertThat(
                                container.get("readonlyRootFilesystem").getAsBoolean())
                        .isTrue())
                .allSatisfy(
                        container -> assertThat(container.getAsJsonObject("linuxParameters"))
                                .isEqualTo(
                                        JsonParser.parseString(
                                                """
                        {"tmpfs":[{"containerPath":"/tmp","size":128,"mountOptions":["nodev","noexec","nosuid"]}]}""")));
    }

    @Test
    void aPlaceholderWritesToTmpAlone() {
        var placeholder =
                containers(stack(APP.replaceAll(":1\"", "\"")).record()).get("app");

        assertThat(placeholder.get("command").toString()).contains("httpd -f", "-h /tmp/www");
        assertThat(placeholder.get("readonlyRootFilesystem").getAsBoolean()).isTrue();
        assertThat(placeholder.getAsJsonObject("linuxParameters").has("tmpfs")).isTrue();
    }

    @Test
    void shellsNeedADiskToWriteTo() {
        var shell = containers(stack(
                                "{ app: { image: app:1, port: 80, exec: true, sidecars: { proxy: { image: proxy:1 } } } }")
                        .record())
                .values();

        assertThat(shell).hasSize(2).allSatisfy(container -> assertThat(
                        container.get("readonlyRootFilesystem").getAsBoolean())
                .isFalse());
    }

    @Test
    void whatItIsPermittedGoesIntoItsOwnRoleAlone() {
        var recording = stack(
                        """
                { app: { image: app:1, port: 80, permissions: [
                  { actions: [ses:SendEmail, ses:SendRawEmail], resources: [identity/example.com],
                    conditions: [{ test: StringEquals, key: "ses:FromAddress", value: shop@example.com }] },
                  { actions: [s3:GetObject], resources: ["arn:aws:s3:::elsewhere/*"] } ] } }""")
                .record();

        assertThat(Policies.lines(recording
                        .named("aws:iam/rolePolicy:RolePolicy", "app-task-policy")
                        .text("policy")))
                .containsExactly(
                        "Allow ses:SendEmail, ses:SendRawEmail on"
                                + " arn:aws:ses:us-east-1:123456789012:identity/example.com when StringEquals"
                                + " ses:FromAddress shop@example.com",
                        "Allow s3:GetObject on arn:aws:s3:::elsewhere/*");
        assertThat(recording
                        .named("aws:iam/rolePolicy:RolePolicy", "app-execution-policy")
                        .text("policy"))
                .doesNotContain("ses:", "elsewhere");
        assertThat(TopologyText.of(recording))
                .contains(
                        "permissions",
                        "  app ──► ses:SendEmail, ses:SendRawEmail on identity/example.com",
                        "  app ──► s3:GetObject on arn:aws:s3:::elsewhere/*");
    }

    @Test
    void aServiceWithNothingButMetricsHasNoAddress() {
        var recording = stack("""
                { "batch": { "image": "batch:1", "scrape": { "port": 9000 } } }""")
                .with("monitoring", "{\"grafana\": false}")
                .record();

        assertThat(recording.refusals()).isEmpty();
        assertThat(recording.outputs().get("endpoints").toString()).doesNotContain("internalUrl=http://batch");
    }

    private static Stacks stack(String services) {
        return Stacks.of("staging").with("services", services);
    }

    private static Map<String, JsonObject> containers(Recording recording) {
        Recorded task = recording.named(ECS_TASK_DEFINITION, "app-task");
        var all = JsonParser.parseString(task.text("containerDefinitions")).getAsJsonArray();
        return StreamSupport.stream(all.spliterator(), false)
                .map(JsonElement::getAsJsonObject)
                .collect(toMap(container -> container.get("name").getAsString(), container -> container));
    }
}
