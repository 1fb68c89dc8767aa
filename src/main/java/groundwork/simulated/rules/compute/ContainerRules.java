package groundwork.simulated.rules.compute;

import static groundwork.aws.ResourceTypes.ECS_TASK_DEFINITION;
import static groundwork.simulated.rules.compute.TaskRules.CONTAINERS;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import groundwork.aws.NumberRange;
import groundwork.aws.TaskLimits;
import groundwork.simulated.Existing;
import groundwork.simulated.rules.Json;
import groundwork.simulated.rules.Refusals;
import groundwork.simulated.rules.Rule;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** What each container of a task must look like by itself. */
public final class ContainerRules {
    private static final Pattern IMAGE = Pattern.compile("(?=.{1,255}$)"
            + "(?:[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?(?::\\d{1,5})?/)?"
            + "[a-z0-9]+(?:(?:[._/]|__|-+)[a-z0-9]+)*(?::\\w[\\w.-]{0,127})?(?:@sha256:[a-f0-9]{64})?");

    public static final List<Rule> ALL = List.of(
            Rule.of("container-definitions", ContainerRules::containers, ECS_TASK_DEFINITION),
            Rule.of("container-image", ContainerRules::image, ECS_TASK_DEFINITION),
            Rule.of("container-variables", ContainerRules::variables, ECS_TASK_DEFINITION),
            Rule.of("container-timings", ContainerRules::timings, ECS_TASK_DEFINITION),
            Rule.of("container-environment", ContainerRules::environment, ECS_TASK_DEFINITION));

    private ContainerRules() {}

    private static void containers(Existing task, Refusals refusals) {
        task.text(CONTAINERS).ifPresent(text -> {
            var parsed = Json.parse(text).filter(JsonElement::isJsonArray);
            refusals.unless(parsed.isPresent(), CONTAINERS, "is not a JSON list of containers");
            parsed.map(JsonElement::getAsJsonArray).ifPresent(list -> {
                refusals.unless(
                        !list.isEmpty() && list.size() <= TaskLimits.CONTAINERS,
                        CONTAINERS,
                        "has %d containers; a task has 1 to %d",
                        list.size(),
                        TaskLimits.CONTAINERS);
                list.forEach(container -> complete(container, refusals));
            });
        });
    }

    private static void complete(JsonElement container, Refusals refusals) {
        refusals.unless(container.isJsonObject(), CONTAINERS, "has an element that is not a container");
        if (container.isJsonObject()) {
            String name = Json.text(container, "name").orElse("");
            refusals.unless(
                    name.matches("[A-Za-z0-9_-]{1,255}"),
                    CONTAINERS,
                    "has a container called \"%s\"; a name has 1 to 255 letters, digits, _ and -",
                    name);
            refusals.unless(
                    Json.text(container, "image")
                            .filter(image -> !image.isBlank())
                            .isPresent(),
                    CONTAINERS,
                    "container %s has no image",
                    name);
        }
    }

    private static void image(Existing task, Refusals refusals) {
        for (var container : Json.objects(task.text(CONTAINERS))) {
            Json.text(container, "image")
                    .filter(image -> !image.isBlank())
                    .ifPresent(image -> refusals.unless(
                            IMAGE.matcher(image).matches(),
                            CONTAINERS,
                            "\"%s\" is not an image reference such as registry.example.com/app:1.0.0",
                            image));
        }
    }

    private static void variables(Existing task, Refusals refusals) {
        for (var container : Json.objects(task.text(CONTAINERS))) {
            for (var variable : Json.objects(container, "environment")) {
                Json.text(variable, "value")
                        .ifPresent(value -> refusals.unless(
                                value.matches(TaskLimits.NO_CONTROLS),
                                CONTAINERS,
                                "the value of %s has control characters",
                                Json.text(variable, "name").orElse("")));
            }
        }
    }

    private static void timings(Existing task, Refusals refusals) {
        for (var container : Json.objects(task.text(CONTAINERS))) {
            var name = Json.text(container, "name").orElse("");
            Json.objects(container, "healthCheck")
                    .forEach(check -> TaskLimits.HEALTH_CHECK.forEach(range -> within(name, check, range, refusals)));
            within(name, container, TaskLimits.STOP_TIMEOUT, refusals);
        }
    }

    private static void within(String container, JsonObject holder, NumberRange range, Refusals refusals) {
        Json.number(holder, range.property())
                .ifPresent(value -> refusals.unless(
                        range.contains(value),
                        CONTAINERS,
                        "%s of %s is %d; AWS takes %d to %d",
                        range.property(),
                        container,
                        value,
                        range.lowest(),
                        range.highest()));
    }

    private static void environment(Existing task, Refusals refusals) {
        for (var container : Json.objects(task.text(CONTAINERS))) {
            var variables = new TreeSet<String>();
            for (String source : List.of("environment", "secrets")) {
                for (var variable : Json.objects(container, source)) {
                    Json.text(variable, "name")
                            .filter(name -> !variables.add(name))
                            .ifPresent(name -> refusals.add(
                                    CONTAINERS,
                                    "%s has %s twice; set it once, in environment or in secrets",
                                    Json.text(container, "name").orElse(""),
                                    name));
                }
            }
        }
    }
}
