package groundwork.simulated.shapes;

import static org.assertj.core.api.Assertions.assertThat;

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
