package groundwork;

import static groundwork.aws.ResourceTypes.CLOUDWATCH_METRIC_ALARM;
import static groundwork.aws.ResourceTypes.ECS_SERVICE;
import static groundwork.aws.ResourceTypes.ECS_TASK_DEFINITION;
import static groundwork.aws.ResourceTypes.VPC_SECURITY_GROUP_INGRESS_RULE;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.google.gson.JsonParser;
import groundwork.offline.Ids;
import groundwork.offline.recording.Recorded;
import groundwork.offline.recording.Recording;
import groundwork.report.ServiceEnvironment;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The shop of three services: its figures are rows of docs/coverage.md, what hangs together is here. */
class LauvTest {
    private final Recording prod = Stacks.file("stacks/lauv/Pulumi.prod.yaml", Ids.KNOWN);

    @ParameterizedTest
    @CsvSource({
        "public-1, 10.0.1.0/24, us-east-1a",
        "public-2, 10.0.2.0/24, us-east-1b",
        "private-1, 10.0.11.0/24, us-east-1a",
        "private-2, 10.0.12.0/24, us-east-1b"
    })
    void subnetsAreWhereTheyWereDrawn(String suffix, String block, String zone) {
        var subnet = prod.named("aws:ec2/subnet:Subnet", "network-" + suffix);
        assertThat(subnet.text("cidrBlock")).isEqualTo(block);
        assertThat(subnet.text("availabilityZone")).isEqualTo(zone);
    }

    @ParameterizedTest
    @CsvSource({"gateway, 80", "frontend, 80", "backend, 5000"})
    void servicesAreSmallAndRunTwice(String service, int port) {
        var task = prod.named(ECS_TASK_DEFINITION, service + "-task");
        assertThat(task.text("cpu")).isEqualTo("256");
        assertThat(task.text("memory")).isEqualTo("512");
        assertThat(prod.named(ECS_SERVICE, service + "-service").number("desiredCount"))
                .isEqualTo(2);
        assertThat(ServiceEnvironment.of(prod, service).variables()).containsEntry("PORT", Integer.toString(port));
    }

    @Test
    void theGatewayIsTheOnlyTarget() {
        assertThat(prod.ofType("aws:lb/targetGroup:TargetGroup")).hasSize(1);
        assertThat(prod.named(ECS_SERVICE, "gateway-service").text("loadBalancers[0].containerName"))
                .isEqualTo("gateway");
        assertThat(prod.named(ECS_SERVICE, "backend-service").inputs()).doesNotContainKey("loadBalancers");
    }

    @Test
    void theGatewayFindsTheOthersByTheirInnerNames() {
        assertThat(ServiceEnvironment.of(prod, "gateway").variables())
                .containsEntry("FRONTEND_URL", "http://frontend-service.local:80")
                .containsEntry("BACKEND_URL", "http://backend-service.local:5000");
    }

    @Test
    void everyWayInIsThatOfALink() {
        assertThat(prod.ofType(VPC_SECURITY_GROUP_INGRESS_RULE))
                .extracting(Recorded::name, rule -> rule.number("fromPort"))
                .containsExactlyInAnyOrder(
                        tuple("load-balancer-group-in-http-0-0-0-0-0", 80L),
                        tuple("load-balancer-group-in-https-0-0-0-0-0", 443L),
                        tuple("load-balancer-group-in-to-gateway", 80L),
                        tuple("gateway-tasks-in-to-frontend", 80L),
                        tuple("prometheus-tasks-in-to-gateway", 9113L),
                        tuple("prometheus-tasks-in-to-backend", 5000L),
                        tuple("prometheus-tasks-in-to-prometheus-data", 2049L),
                        tuple("grafana-tasks-in-to-prometheus", 9090L),
                        tuple("gateway-tasks-in-to-backend", 5000L),
                        tuple("backend-tasks-in-to-uploads", 2049L));
    }

    @Test
    void secretsComeFromTheirPathInParameterStore() {
        assertThat(ServiceEnvironment.of(prod, "backend").secrets())
                .containsAllEntriesOf(new TreeMap<>(Map.of(
                        "MONGO_URI", "/lauv/prod/MONGO_URI",
                        "JWT_SECRET", "/lauv/prod/JWT_SECRET",
                        "PAYPAL_CLIENT_ID", "/lauv/prod/PAYPAL_CLIENT_ID",
                        "PAYPAL_CLIENT_SECRET", "/lauv/prod/PAYPAL_CLIENT_SECRET")));
        assertThat(prod.ofType("aws:ssm/parameter:Parameter"))
                .filteredOn(parameter -> parameter.text("type").equals("SecureString"))
                .extracting(parameter -> parameter.text("name"))
                .as("the others are filled in by hand")
                .containsExactly("/lauv/prod/JWT_SECRET");
    }

    @Test
    void theExecutionRoleReadsThoseSecretsAndNoOthers() {
        var key = prod.named("aws:kms/key:Key", "key-key").text("arn");
        var statements = Policies.lines(prod.named("aws:iam/rolePolicy:RolePolicy", "backend-execution-policy")
                .text("policy"));
        assertThat(statements)
                .filteredOn(line -> line.contains("ssm:") || line.contains("kms:"))
                .containsExactlyInAnyOrder(
                        "Allow ssm:GetParameters on "
                                + Stream.of("JWT_SECRET", "MONGO_URI", "PAYPAL_CLIENT_ID", "PAYPAL_CLIENT_SECRET")
                                        .map(LauvTest::parameter)
                                        .collect(joining(", ")),
                        "Allow kms:Decrypt on " + key);
    }

    @Test
    void onlyTheBackendReachesMongo() {
        var out = prod.ofType("aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule").stream()
                .filter(rule -> rule.number("fromPort") == 27017)
                .toList();
        assertThat(out).extracting(Recorded::name).containsExactly("backend-tasks-out-tcp-27017");
        assertThat(prod.ofType("aws:rds/instance:Instance")).isEmpty();
    }

    @Test
    void uploadsOutliveTheirTasks() {
        assertThat(prod.named(ECS_TASK_DEFINITION, "backend-task").text("containerDefinitions"))
                .contains("\"mountPoints\":[{\"sourceVolume\":\"uploads\",\"containerPath\":\"/var/data/uploads\"");
        assertThat(prod.ofType("aws:efs/mountTarget:MountTarget")).hasSize(4);
    }

    @Test
    void prometheusRunsOnceAndKeepsItsDataWhenItIsReplaced() {
        var service = prod.named(ECS_SERVICE, "prometheus-service");
        assertThat(service.number("desiredCount")).isEqualTo(1);
        assertThat(service.number("deploymentMinimumHealthyPercent")).isZero();
        assertThat(service.number("deploymentMaximumPercent")).isEqualTo(100);
        assertThat(service.text("availabilityZoneRebalancing")).isEqualTo("DISABLED");
        assertThat(prod.named(ECS_TASK_DEFINITION, "prometheus-task").list("volumes"))
                .hasSize(2);
    }

    @Test
    void prometheusFindsItsFilesWrittenBeforeItStarts() {
        var containers = JsonParser.parseString(
                        prod.named(ECS_TASK_DEFINITION, "prometheus-task").text("containerDefinitions"))
                .getAsJsonArray();
        var main = containers.get(0).getAsJsonObject();
        var files = containers.get(1).getAsJsonObject();
        assertThat(main.get("dependsOn")).hasToString("[{\"containerName\":\"files\",\"condition\":\"SUCCESS\"}]");
        assertThat(main.getAsJsonArray("mountPoints").get(1))
                .hasToString("{\"sourceVolume\":\"files_1\",\"containerPath\":\"/config\",\"readOnly\":true}");
        assertThat(files.get("mountPoints"))
                .hasToString("[{\"sourceVolume\":\"files_1\",\"containerPath\":\"/config\",\"readOnly\":false}]");
        assertThat(files.get("command"))
                .hasToString("[\"sh\",\"-c\",\"printf %s \\\"$FILE_1\\\" > /config/prometheus.yml"
                        + " && printf %s \\\"$FILE_2\\\" > /config/rules.yml\"]");
        assertThat(files.get("environment").toString()).contains("backend-service.local", "gateway-service.local");
    }

    @Test
    void grafanaIsPrivateAndReadsBothSources() {
        var environment = ServiceEnvironment.of(prod, "grafana");
        assertThat(environment.variables()).containsEntry("PROMETHEUS_URL", "http://prometheus.local:9090");
        assertThat(environment.secrets()).containsEntry("GF_SECURITY_ADMIN_PASSWORD", "/lauv/prod/grafana-admin");
        assertThat(prod.named(ECS_SERVICE, "grafana-service").flag("enableExecuteCommand"))
                .isTrue();
        assertThat(prod.named(ECS_SERVICE, "grafana-service").inputs()).doesNotContainKey("loadBalancers");
        assertThat(Policies.lines(prod.named("aws:iam/rolePolicy:RolePolicy", "grafana-task-policy")
                        .text("policy")))
                .contains(
                        "Allow cloudwatch:DescribeAlarms on arn:aws:cloudwatch:us-east-1:123456789012:alarm:*",
                        "Allow cloudwatch:GetMetricData, cloudwatch:ListMetrics, ec2:DescribeRegions, tag:GetResources on *");
    }

    @Test
    void imagesAreScannedKeptAndNeverPushedOver() {
        assertThat(prod.ofType("aws:ecr/repository:Repository")).hasSize(3).allSatisfy(repository -> {
            assertThat(repository.text("imageTagMutability")).isEqualTo("IMMUTABLE");
            assertThat(repository.flag("imageScanningConfiguration.scanOnPush")).isTrue();
        });
        assertThat(prod.ofType("aws:ecr/lifecyclePolicy:LifecyclePolicy"))
                .hasSize(3)
                .allSatisfy(policy -> assertThat(policy.text("policy")).contains("\"countNumber\":10"));
    }

    @Test
    void theNameIsProvenByDnsAndLeadsToTheLoadBalancer() {
        assertThat(prod.ofType("aws:acm/certificate:Certificate"))
                .singleElement()
                .satisfies(certificate -> {
                    assertThat(certificate.text("domainName")).isEqualTo("app.lauv.in");
                    assertThat(certificate.text("validationMethod")).isEqualTo("DNS");
                });
        var alias = prod.named("aws:route53/record:Record", "dns-app-lauv-in-a");
        assertThat(alias.text("name")).isEqualTo("app.lauv.in");
        assertThat(alias.text("aliases[0].name"))
                .isEqualTo(prod.named("aws:lb/loadBalancer:LoadBalancer", "load-balancer-balancer")
                        .text("dnsName"));
    }

    @Test
    void theBackendHasThresholdsOfItsOwn() {
        assertThat(threshold("alarms-service-backend-cpu")).isEqualTo(70);
        assertThat(threshold("alarms-service-backend-memory")).isEqualTo(80);
        assertThat(threshold("alarms-service-frontend-cpu")).isEqualTo(80);
        assertThat(threshold("alarms-service-frontend-memory")).isEqualTo(85);
    }

    @Test
    void everyAlarmIsMailed() {
        var mail = prod.ofType("aws:sns/topicSubscription:TopicSubscription").get(0);
        assertThat(mail.text("protocol")).isEqualTo("email");
        assertThat(mail.text("endpoint")).isEqualTo("ops@lauv.in");
        assertThat(prod.ofType(CLOUDWATCH_METRIC_ALARM))
                .allSatisfy(alarm -> assertThat(alarm.list("alarmActions")).isEqualTo(List.of(mail.text("topic"))));
    }

    private static String parameter(String name) {
        return "arn:aws:ssm:us-east-1:123456789012:parameter/lauv/prod/" + name;
    }

    private long threshold(String alarm) {
        return prod.named(CLOUDWATCH_METRIC_ALARM, alarm).number("threshold");
    }
}
