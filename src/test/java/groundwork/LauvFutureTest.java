package groundwork;

import static org.assertj.core.api.Assertions.assertThat;

import groundwork.offline.Ids;
import groundwork.offline.recording.Recorded;
import groundwork.offline.recording.Recording;
import groundwork.report.ServiceEnvironment;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The shop with its whole list for later switched on. */
class LauvFutureTest {
    private final Recording future = Stacks.file("stacks/lauv/Pulumi.future.yaml", Ids.KNOWN);

    @Test
    void theGatewayIsDeployedBlueAndGreen() {
        assertThat(future.ofType("aws:codedeploy/deploymentGroup:DeploymentGroup"))
                .singleElement()
                .satisfies(group -> {
                    assertThat(group.name()).isEqualTo("gateway-deployment-group");
                    assertThat(group.text("deploymentConfigName"))
                            .isEqualTo("CodeDeployDefault.ECSCanary10Percent5Minutes");
                });
        assertThat(future.ofType("aws:lb/targetGroup:TargetGroup")).hasSize(2);
    }

    @Test
    void firewallsGuardBothEntrances() {
        assertThat(future.ofType("aws:wafv2/webAcl:WebAcl"))
                .extracting(acl -> acl.text("scope"))
                .containsExactlyInAnyOrder("CLOUDFRONT", "REGIONAL");
    }

    @Test
    void sessionsLiveInACache() {
        assertThat(future.ofType("aws:elasticache/replicationGroup:ReplicationGroup"))
                .hasSize(1);
        assertThat(ServiceEnvironment.of(future, "backend").secrets()).containsKey("SESSIONS_URL");
    }

    @Test
    void staticFilesComeFromTheEdge() {
        assertThat(future.ofType("aws:cloudfront/distribution:Distribution"))
                .singleElement()
                .satisfies(cdn -> assertThat(cdn.text("orderedCacheBehaviors[0].pathPattern"))
                        .isEqualTo("/static/*"));
    }

    @Test
    void filesAreCopiedToAnotherRegionAndRestoresAreTried() {
        assertThat(future.ofType("aws:backup/plan:Plan")).hasSize(1);
        assertThat(future.ofType("aws:backup/restoreTestingPlan:RestoreTestingPlan"))
                .hasSize(1);
        assertThat(future.ofType("aws:backup/vault:Vault")).hasSize(2);
        assertThat(future.ofType("aws:backup/selection:Selection").get(0).list("resources"))
                .containsExactlyInAnyOrderElementsOf(future.ofType("aws:efs/fileSystem:FileSystem").stream()
                        .map(files -> (Object) files.text("arn"))
                        .toList());
    }

    @Test
    void failuresCanBeTried() {
        assertThat(future.ofType("aws:fis/experimentTemplate:ExperimentTemplate"))
                .extracting(Recorded::name)
                .containsExactlyInAnyOrder(
                        "chaos-lose-zone",
                        "chaos-stop-backend",
                        "chaos-stop-frontend",
                        "chaos-stop-gateway",
                        "chaos-stop-grafana",
                        "chaos-stop-prometheus");
    }

    @Test
    void theSiteRunsHalfOnSpot() {
        assertThat(future.named("aws:ecs/service:Service", "frontend-service").list("capacityProviderStrategies"))
                .isEqualTo(List.of(
                        Map.of("base", 1L, "capacityProvider", "FARGATE", "weight", 50L),
                        Map.of("base", 0L, "capacityProvider", "FARGATE_SPOT", "weight", 50L)));
    }

    @Test
    void intrudersAreLookedForAndChangesRecorded() {
        assertThat(future.ofType("aws:guardduty/detector:Detector")).hasSize(1);
        assertThat(future.ofType("aws:cloudtrail/trail:Trail")).hasSize(1);
    }
}
