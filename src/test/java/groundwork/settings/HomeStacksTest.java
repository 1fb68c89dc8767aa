package groundwork.settings;

import static org.assertj.core.api.Assertions.assertThat;

import groundwork.settings.entry.Reading;
import groundwork.settings.entry.Settings;
import groundwork.settings.problems.Problem;
import groundwork.settings.reader.Effective;
import groundwork.settings.service.RouteSettings;
import groundwork.settings.source.ProjectFile;
import groundwork.settings.source.StackFile;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class HomeStacksTest {
    private final Reading prod = read("prod");
    private final Reading staging = read("staging");

    @Test
    void productionIsFreeOfWarnings() {
        assertThat(prod.warnings()).isEmpty();
        assertThat(prod.region()).isEqualTo("us-east-1");
    }

    @Test
    void stagingRunsPlaceholdersUntilItsImagesHaveTags() {
        assertThat(staging.warnings())
                .extracting(Problem::toString)
                .containsExactly(
                        "services.app.image: \"app\" names no tag; a placeholder runs until it does, as in app:1.0.0",
                        "services.worker.image: \"worker\" names no tag; a placeholder runs until it does, as in worker:1.0.0");
    }

    @Test
    void shortAndLongRoutesAreTheSame() {
        assertThat(prod.settings().services().get("app").routes())
                .startsWith(
                        new RouteSettings("/*", Optional.empty(), Optional.empty()),
                        new RouteSettings("/ws/*", Optional.empty(), Optional.of(Duration.ofDays(1))));
    }

    @Test
    void everyValueSaysWhereItCameFrom() {
        assertThat(origin(prod, "network.nat")).isEqualTo("per-zone from stack file");
        assertThat(origin(prod, "network.builder")).isEqualTo("groundwork from default");
        assertThat(origin(prod, "encryption.key")).isEqualTo("own from default for production");
        assertThat(origin(staging, "encryption.key")).isEqualTo("aws from default for staging");
        assertThat(origin(staging, "services.app.spot.share")).isEqualTo("100% from stack file");
        assertThat(origin(staging, "services.worker.metrics"))
                .isEqualTo("[QueueSize, ProcessingTime, FailedJobs] from stack file");
    }

    private static String origin(Reading reading, String path) {
        Effective effective = reading.effective().get(path);
        return effective.value() + " from " + effective.origin();
    }

    private static Reading read(String stack) {
        return Settings.read(
                ProjectFile.in(Path.of("")).with(stack, StackFile.load(Path.of("Pulumi." + stack + ".yaml"))));
    }
}
