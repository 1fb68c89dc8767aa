package groundwork.simulated.answers;

import static groundwork.aws.ResourceTypes.RDS_INSTANCE;
import static groundwork.aws.ResourceTypes.SQS_QUEUE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import groundwork.simulated.Made;
import groundwork.simulated.Place;
import groundwork.simulated.Wanted;
import groundwork.values.Secret;
import groundwork.values.Unknown;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class SimulatedAwsTest {
    private static final Place PLACE =
            new Place(Place.SAMPLE_ACCOUNT, "us-east-1", Map.of("system", "groundwork", "owner", "team"));

    @Test
    void namesWhatWasNotNamedAfterItsLogicalName() {
        assertThat(named(SQS_QUEUE, "jobs", Map.of()).get("name").toString()).matches("jobs-[0-9a-f]{7}");
        assertThat(named(SQS_QUEUE, "jobs", Map.of("name", "mine"))).containsEntry("name", "mine");
        assertThat(named("aws:s3/bucketV2:BucketV2", "Assets", Map.of())
                        .get("bucket")
                        .toString())
                .matches("assets-[0-9a-f]{7}");
        assertThat(named("aws:lb/targetGroup:TargetGroup", "a-very-long-logical-name-indeed", Map.of())
                        .get("name")
                        .toString())
                .hasSize(32)
                .startsWith("a-very-long-logical-name");
        assertThat(named("aws:lb/targetGroup:TargetGroup", "app", Map.of("namePrefix", "app-"))
                        .get("name")
                        .toString())
                .matches("app-\\d{26}");
    }

    @Test
    void givesHostNamesOfTheUsualShape() {
        assertThat(text(RDS_INSTANCE, Map.of("identifier", "app", "engine", "postgres"), "endpoint"))
                .matches("app\\.c[a-z0-9]{11}\\.us-east-1\\.rds\\.amazonaws\\.com:5432");
        assertThat(text(RDS_INSTANCE, Map.of("identifier", "app", "engine", "mysql"), "port"))
                .isEqualTo("3306");
        assertThat(text(
                        "aws:elasticache/replicationGroup:ReplicationGroup",
                        Map.of("replicationGroupId", "app"),
                        "primaryEndpointAddress"))
                .matches("master\\.app\\.[a-z0-9]{6}\\.use1\\.cache\\.amazonaws\\.com");
        assertThat(text("aws:lb/loadBalancer:LoadBalancer", Map.of("name", "web", "internal", true), "dnsName"))
                .matches("internal-web-\\d{10}\\.us-east-1\\.elb\\.amazonaws\\.com");
        assertThat(text("aws:cloudfront/distribution:Distribution", Map.of(), "domainName"))
                .matches("d[a-z0-9]{13}\\.cloudfront\\.net");
        assertThat(text("aws:ecr/repository:Repository", Map.of("name", "app"), "repositoryUrl"))
                .isEqualTo("123456789012.dkr.ecr.us-east-1.amazonaws.com/app");
        assertThat(text("aws:s3/bucketV2:BucketV2", Map.of("bucket", "assets"), "bucketRegionalDomainName"))
                .isEqualTo("assets.s3.us-east-1.amazonaws.com");
    }

    @Test
    void derivesTheSuffixesThatMetricsAreNamedBy() {
        var balancer = make("aws:lb/loadBalancer:LoadBalancer", Map.of("name", "web"));
        var group = make("aws:lb/targetGroup:TargetGroup", Map.of("name", "app"));

        assertThat(balancer.outputs().get("arnSuffix").toString()).matches("app/web/[0-9a-f]{16}");
        assertThat(balancer.id()).endsWith(":loadbalancer/" + balancer.outputs().get("arnSuffix"));
        assertThat(group.outputs().get("arnSuffix").toString()).matches("targetgroup/app/[0-9a-f]{16}");
    }

    @Test
    void putsTheProvidersTagsUnderTheResourcesOwn() {
        assertThat(make(SQS_QUEUE, Map.of("tags", Map.of("owner", "jobs")))
                        .outputs()
                        .get("tagsAll"))
                .isEqualTo(Map.of("owner", "jobs", "system", "groundwork"));
    }

    @Test
    void asksForOneRecordForADomainAndItsWildcard() {
        var certificate = make(
                "aws:acm/certificate:Certificate",
                Map.of(
                        "domainName",
                        "example.com",
                        "subjectAlternativeNames",
                        List.of("*.example.com", "example.com")));
        var options = (List<?>) certificate.outputs().get("domainValidationOptions");

        assertThat(options).hasSize(2);
        assertThat(options.stream()
                        .map(option -> ((Map<?, ?>) option).get("resourceRecordName"))
                        .distinct())
                .hasSize(1);
    }

    @Test
    void makesPasswordsOfTheAskedLengthAndAlphabet() {
        var password = make(
                        "random:index/randomPassword:RandomPassword",
                        Map.of("length", 24L, "special", true, "overrideSpecial", "-", "upper", false))
                .outputs()
                .get("result");

        assertThat(password).isInstanceOf(Secret.class).hasToString("[secret]");
        assertThat(Secret.unwrap(password).toString()).matches("[a-z0-9-]{24}");
    }

    @Test
    void answersForTheAwsxNetworkByItsZonesAndKindsOfSubnet() {
        var outputs = make(
                        "awsx:ec2:Vpc",
                        Map.of(
                                "numberOfAvailabilityZones",
                                2L,
                                "subnetSpecs",
                                List.of(Map.of("type", "Public"), Map.of("type", "Isolated"))))
                .outputs();

        assertThat((List<?>) outputs.get("publicSubnetIds")).hasSize(2);
        assertThat((List<?>) outputs.get("privateSubnetIds")).isEmpty();
        assertThat((List<?>) outputs.get("isolatedSubnetIds")).hasSize(2);
    }

    @Test
    void leavesWhatDependsOnTheUnknownUnknown() {
        var policy = make(
                "aws:appautoscaling/policy:Policy",
                Map.of("name", "cpu", "serviceNamespace", "ecs", "resourceId", Unknown.UNKNOWN));

        assertThat(policy.outputs()).containsEntry("arn", Unknown.UNKNOWN);
    }

    @Test
    void previewsWithWhatIsSettledOnly() {
        var preview = SimulatedAws.preview(wanted(SQS_QUEUE, Map.of("name", "jobs")));

        assertThat(preview).containsEntry("name", "jobs").containsEntry("url", Unknown.UNKNOWN);
        assertThat(preview.get("tagsAll")).isEqualTo(PLACE.tags());
    }

    @Test
    void refusesFunctionsItDoesNotKnow() {
        assertThatThrownBy(() -> SimulatedAws.call("aws:no/such:thing", Map.of(), PLACE))
                .isInstanceOf(UnknownFunctionException.class)
                .hasMessageContaining("aws:no/such:thing");
    }

    private static Map<String, Object> named(String type, String name, Map<String, Object> inputs) {
        return SimulatedAws.named(new Wanted("urn::" + type + "::" + name, type, name, new TreeMap<>(inputs), PLACE))
                .inputs();
    }

    private static Wanted wanted(String type, Map<String, Object> inputs) {
        return new Wanted("urn::" + type + "::it", type, "it", new TreeMap<>(inputs), PLACE);
    }

    private static Made make(String type, Map<String, Object> inputs) {
        return SimulatedAws.make(wanted(type, inputs));
    }

    private static String text(String type, Map<String, Object> inputs, String output) {
        return make(type, inputs).outputs().get(output).toString();
    }
}
