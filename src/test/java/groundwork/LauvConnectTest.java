package groundwork;

import static groundwork.aws.ResourceTypes.ECS_SERVICE;
import static org.assertj.core.api.Assertions.assertThat;

import groundwork.offline.Ids;
import groundwork.offline.recording.Recorded;
import groundwork.offline.recording.Recording;
import groundwork.report.ServiceEnvironment;
import org.junit.jupiter.api.Test;

/** The shop with Service Connect in place of DNS. */
class LauvConnectTest {
    private final Recording connect = Stacks.file("stacks/lauv/Pulumi.connect.yaml", Ids.KNOWN);

    @Test
    void theGatewayFindsTheOthersByTheNamesTheyHaveInProd() {
        assertThat(ServiceEnvironment.of(connect, "gateway").variables())
                .containsEntry("FRONTEND_URL", "http://frontend-service.local:80")
                .containsEntry("BACKEND_URL", "http://backend-service.local:5000");
    }

    @Test
    void theGatewayCallsAndIsNotCalled() {
        var gateway = connect.named(ECS_SERVICE, "gateway-service");
        assertThat(gateway.flag("serviceConnectConfiguration.enabled")).isTrue();
        assertThat(gateway.has("serviceConnectConfiguration.services")).isFalse();
    }

    @Test
    void theCalledStandBeforeTheirCaller() {
        assertThat(connect.named(ECS_SERVICE, "gateway-service").dependencies())
                .contains(
                        connect.named(ECS_SERVICE, "frontend-service").urn(),
                        connect.named(ECS_SERVICE, "backend-service").urn());
    }

    @Test
    void grafanaReadsCloudWatchAlone() {
        assertThat(connect.ofType(ECS_SERVICE))
                .extracting(Recorded::name)
                .containsExactlyInAnyOrder("gateway-service", "frontend-service", "backend-service", "grafana-service");
        assertThat(ServiceEnvironment.of(connect, "grafana").variables()).doesNotContainKey("PROMETHEUS_URL");
    }
}
