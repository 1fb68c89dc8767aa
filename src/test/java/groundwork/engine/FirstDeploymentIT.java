package groundwork.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import groundwork.settings.compute.PublicImage;
import groundwork.tools.Needs;
import groundwork.tools.Tool;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** From nothing to running images, by the steps of README and no others. */
@Needs(Tool.PULUMI)
class FirstDeploymentIT {
    private static final String PLACEHOLDER = PublicImage.BUSYBOX.toString();
    private static final Pattern ENDPOINT = Pattern.compile("<(\\w+)\\.(\\w+)\\.(\\w+)>");

    @Test
    void everyStepOfReadmeDoesWhatItSays() {
        try (var workspace = Workspace.of("prod", Readme.stackFile())) {
            var updates = new ArrayList<Map<String, String>>();
            var said = "";
            for (var step : Readme.firstDeployment()) {
                if (step.startsWith("docker push ")) {
                    assertThat(repositories(workspace)).contains(pushed(step, workspace));
                    continue;
                }
                if (step.startsWith("aws secretsmanager put-secret-value")) {
                    assertThat(said)
                            .contains("aws secretsmanager put-secret-value --secret-id /groundwork/prod/stripe");
                    continue;
                }
                var outcome = workspace.type(step).expectSuccess();
                said = outcome.everything();
                if (step.equals("pulumi up")) {
                    updates.add(images(workspace));
                    boolean isFirst = updates.size() == 1;
                    assertThat(outcome.everything()
                                    .contains("services.app.image: \"app\" names no tag; a placeholder runs"))
                            .isEqualTo(isFirst);
                }
                if (step.equals("pulumi stack output endpoints")) {
                    assertThat(outcome.text()).contains(repositories(workspace));
                }
            }

            assertThat(updates)
                    .containsExactly(
                            Map.of("app", PLACEHOLDER, "worker", PLACEHOLDER),
                            Map.of(
                                    "app", "123456789012.dkr.ecr.us-east-1.amazonaws.com/groundwork-prod/app:1.4.2",
                                    "worker",
                                            "123456789012.dkr.ecr.us-east-1.amazonaws.com/groundwork-prod/worker:1.4.2"));
            assertThat(workspace.preview().changes()).isEmpty();
        }
    }

    @Test
    void onAppRunnerATagIsAllThatChangesToo() {
        try (var workspace = Workspace.of(new StackUnderTest(Path.of("stacks/vgs/Pulumi.apprunner.yaml")))) {
            List.of("front", "api")
                    .forEach(name -> workspace.configure("groundwork:services." + name + ".image", name));
            workspace.up().expectSuccess();
            List.of("front", "api")
                    .forEach(name -> workspace.configure("groundwork:services." + name + ".image", name + ":1.0.0"));

            assertThat(workspace.preview().changes())
                    .contains(
                            "update aws:apprunner/service:Service api-service",
                            "update aws:apprunner/service:Service front-service")
                    .noneMatch(change -> change.startsWith("replace") || change.startsWith("delete"));
            workspace.up().expectSuccess();
            assertThat(workspace.preview().changes()).isEmpty();
        }
    }

    /** Where README has an image pushed to, its placeholder replaced by what the stack's output says. */
    private static String pushed(String step, Workspace workspace) {
        var endpoints = JsonParser.parseString(workspace
                        .type("pulumi stack output endpoints --json")
                        .expectSuccess()
                        .text())
                .getAsJsonObject();
        var image = step.substring("docker push ".length());
        var address = ENDPOINT.matcher(image).replaceAll(key -> field(field(endpoints, key.group(1)), key.group(2))
                .get(key.group(3))
                .getAsString());
        assertThat(address).endsWith(":1.4.2");
        return address.substring(0, address.lastIndexOf(':'));
    }

    private static JsonObject field(JsonObject object, String key) {
        return object.getAsJsonObject(key);
    }

    private static List<String> repositories(Workspace workspace) {
        return workspace.cloud().things().stream()
                .filter(thing -> thing.type().equals("aws:ecr/repository:Repository"))
                .map(thing -> thing.outputs().get("repositoryUrl").toString())
                .toList();
    }

    /** What the container of each service runs that bears its name. */
    private static Map<String, String> images(Workspace workspace) {
        var images = new TreeMap<String, String>();
        for (var thing : workspace.cloud().things()) {
            if (thing.type().equals("aws:ecs/taskDefinition:TaskDefinition")) {
                JsonParser.parseString(
                                thing.outputs().get("containerDefinitions").toString())
                        .getAsJsonArray()
                        .forEach(container -> images.put(
                                container.getAsJsonObject().get("name").getAsString(),
                                container.getAsJsonObject().get("image").getAsString()));
            }
        }
        return images;
    }
}
