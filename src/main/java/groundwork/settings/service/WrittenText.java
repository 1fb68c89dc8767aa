package groundwork.settings.service;

import com.google.gson.JsonPrimitive;
import groundwork.settings.units.FileText;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;
import java.util.stream.Stream;

/** What people write into a task definition, as JSON has it. */
final class WrittenText {
    private WrittenText() {}

    static int bytes(ServiceSettings service) {
        var own = Stream.of(
                        service.files().values().stream().map(FileText::text),
                        service.environment().values().stream(),
                        service.environment().keySet().stream(),
                        service.command().stream())
                .flatMap(Function.identity());
        var others = service.otherContainers().flatMap(container -> Stream.of(
                        container.environment().values().stream(),
                        container.environment().keySet().stream(),
                        container.inherits() ? service.environment().values().stream() : Stream.<String>empty(),
                        container.command().stream())
                .flatMap(Function.identity()));
        return Stream.concat(own, others)
                .mapToInt(text -> new JsonPrimitive(text).toString().getBytes(StandardCharsets.UTF_8).length)
                .sum();
    }
}
