package groundwork;

import static groundwork.aws.ResourceTypes.ECS_SERVICE;
import static groundwork.aws.ResourceTypes.LB_LISTENER_RULE;
import static groundwork.aws.ResourceTypes.RDS_INSTANCE;
import static org.assertj.core.api.Assertions.assertThat;

import groundwork.offline.Ids;
import groundwork.offline.recording.Recorded;
import groundwork.offline.recording.Recording;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What the home stacks do besides the figures of docs/coverage.md. */
class InterviewLmTest {

    @Nested
    class Production {
        private final Recording prod = Stacks.file("Pulumi.prod.yaml", Ids.KNOWN);

        @Test
        void theWorkerHasNoLoadBalancer() {
            assertThat(prod.named(ECS_SERVICE, "worker-service").has("loadBalancers"))
                    .isFalse();
        }

        @Test
        void itSpansThreeZones() {
            var zones = prod.ofType("aws:ec2/subnet:Subnet").stream()
                    .map(subnet -> subnet.text("availabilityZone"))
                    .distinct()
                    .toList();
            assertThat(zones).containsExactlyInAnyOrder("us-east-1a", "us-east-1b", "us-east-1c");
        }

        @Test
        void webSocketsKeepToOneTaskForADayAndComeBeforeEverythingElse() {
            var sticky = prod.ofType("aws:lb/targetGroup:TargetGroup").stream()
                    .filter(group -> group.flag("stickiness.enabled"))
                    .toList();
            assertThat(sticky).singleElement().satisfies(group -> assertThat(group.number("stickiness.cookieDuration"))
                    .isEqualTo(86_400));
            assertThat(priority("", "/ws/*")).isLessThan(priority("", "/*"));
            assertThat(priority("*.interviewlm.com", "/ws/*")).isLessThan(priority("*.interviewlm.com", "/*"));
        }

        @Test
        void hostsAreRouted() {
            assertThat(priority("api.interviewlm.com", "/*")).isLessThan(priority("*.interviewlm.com", "/*"));
            assertThat(priority("*.interviewlm.com", "/*")).isLessThan(priority("", "/*"));
        }

        @Test
        void nobodyGoesRoundTheCdnToTheDomain() {
            var refused = "origin.interviewlm.com/*";
            assertThat(prod.ofType(LB_LISTENER_RULE))
                    .filteredOn(rule -> rule.has("conditions[1].httpHeader"))
                    .extracting(this::conditions)
                    .containsExactlyInAnyOrder("/*", "/ws/*");
            assertThat(priority("origin.interviewlm.com", "/*")).isLessThan(priority("*.interviewlm.com", "/ws/*"));
            assertThat(prod.ofType(LB_LISTENER_RULE))
                    .filteredOn(rule -> rule.text("actions[0].type").equals("fixed-response"))
                    .extracting(this::conditions)
                    .containsExactly(refused);
        }

        @Test
        void theDatabaseIsProtected() {
            var database = prod.named(RDS_INSTANCE, "db-instance");
            assertThat(database.flag("storageEncrypted")).isTrue();
            assertThat(database.flag("publiclyAccessible")).isFalse();
            assertThat(database.protect()).isTrue();
            assertThat(database.isSecret("password")).isTrue();
        }

        @Test
        void staticFilesComeFromTheEdgeAndTheRestIsNeverCached() {
            var cdn = prod.named("aws:cloudfront/distribution:Distribution", "cdn-distribution");
            var paths = cdn.list("orderedCacheBehaviors").stream()
                    .map(behavior -> ((Map<?, ?>) behavior).get("pathPattern"))
                    .toList();
            assertThat(paths).isEqualTo(List.of("/static/*", "/_next/static/*"));
            assertThat(cdn.text("orderedCacheBehaviors[0].cachePolicyId"))
                    .isEqualTo(prod.named("aws:cloudfront/cachePolicy:CachePolicy", "cdn-files-cache")
                            .id()
                            .orElseThrow());
            assertThat(cdn.text("defaultCacheBehavior.cachePolicyId"))
                    .isEqualTo("4135ea2d-6df8-44a3-9df3-4b5a84be39ad");
            assertThat(cdn.list("defaultCacheBehavior.allowedMethods"))
                    .containsExactlyInAnyOrder("GET", "HEAD", "OPTIONS", "PUT", "POST", "PATCH", "DELETE");
            assertThat(cdn.text("viewerCertificate.minimumProtocolVersion")).isEqualTo("TLSv1.2_2021");
            assertThat(prod.ofType("aws:cloudfront/originAccessControl:OriginAccessControl"))
                    .hasSize(1);
        }

        private long priority(String host, String path) {
            return prod.ofType(LB_LISTENER_RULE).stream()
                    .filter(rule -> conditions(rule).equals(host + path))
                    .findFirst()
                    .orElseThrow()
                    .number("priority");
        }

        private String conditions(Recorded rule) {
            var host = rule.find("conditions[0].hostHeader.values[0]").orElse("");
            var path = rule.find("conditions[0].pathPattern.values[0]")
                    .orElseGet(() -> rule.text("conditions[1].pathPattern.values[0]"));
            return host.toString() + path;
        }

        private List<String> names(String type) {
            return prod.ofType(type).stream()
                    .map(resource -> resource.text("name"))
                    .toList();
        }
    }

    @Nested
    class Staging {
        private final Recording staging = Stacks.file("Pulumi.staging.yaml", Ids.KNOWN);

        @Test
        void tasksArePublicWithoutANatGateway() {
            assertThat(staging.named(ECS_SERVICE, "app-service").flag("networkConfiguration.assignPublicIp"))
                    .isTrue();
        }
    }
}
