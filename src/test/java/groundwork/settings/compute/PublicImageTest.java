package groundwork.settings.compute;

import static org.assertj.core.api.Assertions.assertThat;

import groundwork.Stacks;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PublicImageTest {
    private static final Pattern IMAGE = Pattern.compile("\"image\":\"([^\"]+)\"");

    @Test
    void theImagesOfOthersAreTheseWithTagsThatDoNotMove() {
        var recording = Stacks.of("production")
                .with("monitoring", "{}")
                .with("observability", "{tracing: true}")
                .with("services", "{web: {port: 80, image: 'web:1', routes: [/*], files: {/config/a.conf: a}}}")
                .record();

        var images = recording.ofType("aws:ecs/taskDefinition:TaskDefinition").stream()
                .flatMap(task -> IMAGE.matcher(task.text("containerDefinitions"))
                        .results()
                        .map(match -> match.group(1)))
                .filter(image -> !image.contains(".dkr.ecr."))
                .collect(Collectors.toSet());
        assertThat(images)
                .isEqualTo(Set.of(
                        PublicImage.BUSYBOX.toString(),
                        PublicImage.XRAY_DAEMON.toString(),
                        "quay.io/prometheus/prometheus:v3.5.0",
                        "docker.io/grafana/grafana:12.1.1"));
        assertThat(Stream.concat(
                        images.stream(), Stream.of(PublicImage.values()).map(PublicImage::toString)))
                .allMatch(image -> image.matches(".+:v?\\d+\\.\\d+\\.\\d+"));
    }

    @Test
    void aStackFilePinsADigestInstead() {
        var digest = "quay.io/prometheus/prometheus@sha256:" + "a".repeat(64);
        var recording = Stacks.of(Map.of())
                .with("system", "shop")
                .with("environment", "production")
                .with("owner", "someone")
                .with("monitoring", "{grafana: false}")
                .with("services", "{prometheus: {image: '" + digest + "'}, web: {port: 80, image: 'web:1'}}")
                .record();

        assertThat(recording
                        .named("aws:ecs/taskDefinition:TaskDefinition", "prometheus-task")
                        .text("containerDefinitions"))
                .contains("\"image\":\"" + digest + "\"");
    }
}
