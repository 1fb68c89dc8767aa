package groundwork.report;

import static groundwork.aws.ResourceTypes.APPRUNNER_SERVICE;
import static groundwork.aws.ResourceTypes.ECS_TASK_DEFINITION;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import groundwork.offline.recording.Recorded;
import groundwork.offline.recording.Recording;
import groundwork.values.Secret;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** What a service is started with, on whatever it runs: variables, and references to what is fetched for it. */
record StartedWith(SortedMap<String, String> variables, SortedMap<String, String> references) {
    private static final String ON_RUNNER = "sourceConfiguration.imageRepository.imageConfiguration.runtimeEnvironment";
    private static final Map<String, Function<Lookup, StartedWith>> PLATFORMS = Map.of(
            "groundwork:compute:Service", Lookup::inTask,
            "groundwork:compute:AppRunnerService", Lookup::onRunner);

    static StartedWith of(Recording recording, String service) {
        return PLATFORMS.entrySet().stream()
                .filter(platform -> names(recording, platform.getKey()).anyMatch(service::equals))
                .findFirst()
                .map(platform -> platform.getValue().apply(new Lookup(recording, service)))
                .orElseThrow(() -> new IllegalArgumentException(
                        "no service is called %s; there are %s".formatted(service, allNames(recording))));
    }

    private static String allNames(Recording recording) {
        var all = PLATFORMS.keySet().stream()
                .flatMap(platform -> names(recording, platform))
                .sorted()
                .collect(Collectors.joining(", "));
        return all.isEmpty() ? "none" : all;
    }

    private static Stream<String> names(Recording recording, String component) {
        return recording.ofType(component).stream().map(Recorded::name);
    }

    private record Lookup(Recording recording, String service) {
        StartedWith inTask() {
            var containers =
                    recording.named(ECS_TASK_DEFINITION, service + "-task").text("containerDefinitions");
            var container = elements(JsonParser.parseString(containers).getAsJsonArray())
                    .filter(each -> text(each, "name").equals(service))
                    .findFirst()
                    .orElseThrow();
            return new StartedWith(pairs(container, "environment", "value"), pairs(container, "secrets", "valueFrom"));
        }

        StartedWith onRunner() {
            var runner = recording.named(APPRUNNER_SERVICE, service + "-service");
            return new StartedWith(texts(runner, ON_RUNNER + "Variables"), texts(runner, ON_RUNNER + "Secrets"));
        }

        private static SortedMap<String, String> pairs(JsonObject container, String key, String value) {
            var pairs = new TreeMap<String, String>();
            elements(container.getAsJsonArray(key)).forEach(pair -> pairs.put(text(pair, "name"), text(pair, value)));
            return pairs;
        }

        private static SortedMap<String, String> texts(Recorded resource, String path) {
            var texts = new TreeMap<String, String>();
            var found = (Map<?, ?>) resource.find(path).map(Secret::unwrap).orElse(Map.of());
            found.forEach((name, value) ->
                    texts.put((String) name, Secret.unwrap(value).toString()));
            return texts;
        }

        private static Stream<JsonObject> elements(JsonArray array) {
            return StreamSupport.stream(array.spliterator(), false).map(JsonElement::getAsJsonObject);
        }

        private static String text(JsonObject object, String key) {
            return object.get(key).getAsString();
        }
    }
}
