package groundwork.network;

import static org.assertj.core.api.Assertions.assertThat;

import groundwork.Stacks;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NetworkTest {
    @ParameterizedTest
    @ValueSource(strings = {"groundwork", "awsx"})
    void theGroupThatEveryVpcHasIsClosed(String builder) {
        var recording = Stacks.of("staging")
                .with("network", "{\"builder\": \"" + builder + "\"}")
                .with("services", "{\"app\": {\"image\": \"app:1\"}}")
                .record();

        assertThat(recording.refusals()).isEmpty();
        assertThat(recording
                        .named("aws:ec2/defaultSecurityGroup:DefaultSecurityGroup", "network-default-group")
                        .inputs())
                .containsKey("vpcId")
                .doesNotContainKeys("ingress", "egress");
    }
}
