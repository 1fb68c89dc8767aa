package groundwork.compute.discovery;

import static groundwork.aws.ResourceTypes.ECS_SERVICE;
import static groundwork.aws.ResourceTypes.SERVICEDISCOVERY_HTTP_NAMESPACE;
import static groundwork.aws.ResourceTypes.SERVICEDISCOVERY_PRIVATE_DNS_NAMESPACE;
import static groundwork.aws.ResourceTypes.SERVICEDISCOVERY_SERVICE;
import static org.assertj.core.api.Assertions.assertThat;

import groundwork.Stacks;
import groundwork.offline.Ids;
import groundwork.offline.recording.Recorded;
import groundwork.offline.recording.Recording;
import groundwork.report.ServiceEnvironment;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DiscoveryTest {

    @Test
    void aCalledServiceHasANameInTheStacksOwnZone() {
        var recording = record("{}", "{\"port\": 80}", Ids.KNOWN);

        assertThat(recording
                        .named(SERVICEDISCOVERY_PRIVATE_DNS_NAMESPACE, "discovery-namespace")
                        .text("name"))
                .isEqualTo("groundwork-test.internal");
        assertThat(recording.ofType(SERVICEDISCOVERY_SERVICE))
                .extracting(Recorded::name)
                .containsExactly("discovery-backend");
        assertThat(url(recording)).isEqualTo("http://backend.groundwork-test.internal:80");
        assertThat(recording.named(ECS_SERVICE, "backend-service").text("serviceRegistries.registryArn"))
                .isEqualTo(recording
                        .named(SERVICEDISCOVERY_SERVICE, "discovery-backend")
                        .text("arn"));
        assertThat(recording.named(ECS_SERVICE, "front-service").inputs()).doesNotContainKey("serviceRegistries");
    }

    @Test
    void zoneAndNameCanBeChosen() {
        var recording = record(
                "{\"serviceDomain\": \"local\"}", "{\"port\": 80, \"discovery\": \"backend-service\"}", Ids.KNOWN);

        assertThat(recording
                        .named(SERVICEDISCOVERY_PRIVATE_DNS_NAMESPACE, "discovery-namespace")
                        .text("name"))
                .isEqualTo("local");
        assertThat(recording
                        .named(SERVICEDISCOVERY_SERVICE, "discovery-backend")
                        .text("name"))
                .isEqualTo("backend-service");
        assertThat(url(recording)).isEqualTo("http://backend-service.local:80");
    }

    @Test
    void serviceConnectOffersTheSameNames() {
        var recording = record("{\"discovery\": \"connect\"}", "{\"port\": 80}", Ids.KNOWN);

        assertThat(recording.ofType(SERVICEDISCOVERY_PRIVATE_DNS_NAMESPACE)).isEmpty();
        assertThat(url(recording)).isEqualTo("http://backend.groundwork-test.internal:80");
        var offered = recording.named(ECS_SERVICE, "backend-service").map("serviceConnectConfiguration");
        assertThat(offered)
                .containsEntry("enabled", true)
                .containsEntry(
                        "namespace",
                        recording
                                .named(SERVICEDISCOVERY_HTTP_NAMESPACE, "discovery-namespace")
                                .text("arn"))
                .containsEntry(
                        "services",
                        List.of(Map.of(
                                "portName",
                                "backend",
                                "discoveryName",
                                "backend",
                                "clientAlias",
                                List.of(Map.of("dnsName", "backend.groundwork-test.internal", "port", 80L)))));
        assertThat(recording.named(ECS_SERVICE, "front-service").map("serviceConnectConfiguration"))
                .containsEntry("enabled", true)
                .doesNotContainKey("services");
        assertThat(recording.named(ECS_SERVICE, "alone-service").inputs())
                .doesNotContainKey("serviceConnectConfiguration");
    }

    @ParameterizedTest
    @EnumSource(Ids.class)
    void awsRefusesNothingOfServiceConnect(Ids ids) {
        assertThat(record("{\"discovery\": \"connect\"}", "{\"port\": 80}", ids).refusals())
                .isEmpty();
    }

    private static Recording record(String network, String backend, Ids ids) {
        return Stacks.of("staging")
                .with("system", "groundwork")
                .with("network", network)
                .with(
                        "services",
                        "{\"backend\": %s, \"front\": {\"port\": 81, \"links\": [\"backend\"]}, \"alone\": {}}"
                                .formatted(backend))
                .record(ids);
    }

    private static String url(Recording recording) {
        return ServiceEnvironment.of(recording, "front").variables().get("BACKEND_URL");
    }
}
