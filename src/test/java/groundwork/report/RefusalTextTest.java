package groundwork.report;

import static org.assertj.core.api.Assertions.assertThat;

import groundwork.Stacks;
import groundwork.offline.Ids;
import groundwork.offline.recording.Recorded;
import groundwork.offline.recording.Recording;
import groundwork.simulated.Finding;
import java.util.List;
import org.junit.jupiter.api.Test;

class RefusalTextTest {
    private final Recording prod = Stacks.file("Pulumi.prod.yaml", Ids.KNOWN);
    private final Recorded task = prod.named("aws:ecs/taskDefinition:TaskDefinition", "app-task");
    private final Recorded vpc = prod.ofType("aws:ec2/vpc:Vpc").get(0);
    private final Recorded provider = prod.ofType("pulumi:providers:aws").get(0);

    @Test
    void oneThingIsNamedWithTheSettingThatAsksForIt() {
        assertThat(RefusalText.of(refusing(task)))
                .containsExactly(
                        "AWS would refuse 1 thing:",
                        "  services.app: aws:ecs/taskDefinition:TaskDefinition app-task · cpu: is odd");
    }

    @Test
    void severalAreCountedAndThoseOfNoSettingStandAlone() {
        assertThat(RefusalText.of(refusing(vpc, provider)))
                .containsExactly(
                        "AWS would refuse 2 things:",
                        "  network: aws:ec2/vpc:Vpc " + vpc.name() + " · cpu: is odd",
                        "  pulumi:providers:aws " + provider.name() + " · cpu: is odd");
    }

    private Recording refusing(Recorded... resources) {
        var refusals = List.of(resources).stream()
                .map(it -> new Finding("rule", it.urn(), it.type(), it.name(), "cpu", "is odd"))
                .toList();
        return new Recording(
                prod.project(),
                prod.stack(),
                prod.resources(),
                prod.outputs(),
                refusals,
                prod.warnings(),
                prod.notes());
    }
}
