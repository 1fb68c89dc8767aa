package groundwork.network;

import static groundwork.aws.ResourceTypes.EC2_VPC_ENDPOINT;
import static org.assertj.core.api.Assertions.assertThat;

import groundwork.Stacks;
import groundwork.offline.recording.Recorded;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NetworkTest {

    @Test
    void privateTasksHaveWaysToWhatTheyUse() {
        var recording = Stacks.of("staging")
                .with("network", "{\"nat\": \"none\", \"privateEndpoints\": true}")
                .with("encryption", "own")
                .with("queues", "{\"jobs\": {}}")
                .with("topics", "{\"news\": {}}")
                .with(
                        "services",
                        """
                        { "app": { "image": "app:1", "links": ["jobs", "news"], "metrics": ["Orders"], "exec": true } }""")
                .record();

        assertThat(recording.refusals()).isEmpty();
        assertThat(recording.ofType(EC2_VPC_ENDPOINT))
                .extracting(endpoint -> endpoint.text("serviceName").replace("com.amazonaws.us-east-1.", ""))
                .containsExactlyInAnyOrder(
                        "s3",
                        "dynamodb",
                        "ecr.api",
                        "ecr.dkr",
                        "logs",
                        "secretsmanager",
                        "ssm",
                        "ssmmessages",
                        "sqs",
                        "sns",
                        "monitoring",
                        "kms");
    }

    @Test
    void aServiceReachesTheGatewayOfWhatItMayUseAndNoOther() {
        var recording = Stacks.of("staging")
                .with("network", "{ nat: none, privateEndpoints: true }")
                .with(
                        "services",
                        """
                        { app: { image: 'app:1', permissions: [{ actions: [dynamodb:GetItem], resources: [table/items] }] },
                          worker: { image: 'worker:1' } }""")
                .record();

        assertThat(recording.refusals()).isEmpty();
        assertThat(recording.ofType("aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule"))
                .filteredOn(rule -> rule.has("prefixListId"))
                .extracting(Recorded::name)
                .containsExactlyInAnyOrder("app-tasks-out-dynamodb", "app-tasks-out-s3", "worker-tasks-out-s3");
    }

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
