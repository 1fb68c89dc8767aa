package groundwork.simulated.shapes;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import groundwork.Stacks;
import groundwork.offline.Ids;
import groundwork.offline.recording.Recorded;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;

class ShapeTest {
    @Test
    void everyShapeDescribesATypeOfTheSdkAndOnlyItsOwnOutputs() {
        var softly = new SoftAssertions();
        Shape.all().forEach((type, shape) -> {
            var sdk = SdkType.of(type);
            softly.assertThat(sdk).as(type).isPresent();
            sdk.ifPresent(known -> shape.outputs().keySet().stream()
                    .filter(output -> !output.equals("id"))
                    .forEach(output ->
                            softly.assertThat(known.outputs()).as(type).containsKey(output)));
        });
        softly.assertAll();
    }

    @Test
    void everyAutonameIsAnInput() {
        var softly = new SoftAssertions();
        Shape.all().forEach((type, shape) -> shape.nameProperty()
                .filter(property -> !property.equals("name"))
                .ifPresent(property -> softly.assertThat(
                                SdkType.of(type).orElseThrow().inputs())
                        .as(type)
                        .contains(property)));
        softly.assertAll();
    }

    /** What no source names is made for us by awsx. */
    @Test
    void everyRowIsOfATypeInUse() throws IOException {
        var recorded = Stacks.file("stacks/dougust/Pulumi.dev.yaml", Ids.KNOWN).resources().stream()
                .map(Recorded::type)
                .collect(toSet());
        var sources = new StringBuilder();
        try (var files = Files.walk(Path.of("src/main/java"))) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                sources.append(Files.readString(file));
            }
        }
        assertThat(Shape.all().keySet())
                .filteredOn(type -> type.startsWith("aws:") && !recorded.contains(type))
                .allSatisfy(type -> {
                    var parts = type.split("[:/]");
                    assertThat(sources).containsPattern("com\\.pulumi\\.aws\\." + parts[1] + "\\." + parts[3] + "\\b");
                });
    }

    @Test
    void theSdkTellsWhatIsRequiredAndWhatMayBeAbsent() {
        var subnet = SdkType.of("aws:ec2/subnet:Subnet").orElseThrow();

        assertThat(subnet.required()).containsExactly("vpcId");
        assertThat(subnet.taggable()).isTrue();
        assertThat(subnet.outputs().get("cidrBlock").optional()).isTrue();
        assertThat(subnet.outputs().get("arn").optional()).isFalse();
        assertThat(SdkType.of("groundwork:network:Network")).isEmpty();
    }
}
