package groundwork.simulated.checks;

import static org.assertj.core.api.Assertions.assertThat;

import groundwork.simulated.Existing;
import groundwork.simulated.Place;
import groundwork.simulated.World;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class QuotasTest {
    @Test
    void saysNothingUpToTheQuota() {
        assertThat(Quotas.warnings(world(many("aws:ec2/eip:Eip", 5, Map.of())))).isEmpty();
    }

    @Test
    void countsByRegion() {
        assertThat(Quotas.warnings(world(many("aws:ec2/eip:Eip", 6, Map.of()))))
                .containsExactly("6 elastic IPs in us-east-1: the quota is 5; request an increase before you deploy");
    }

    @Test
    void countsByOwner() {
        var rules = many(
                "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule", 61, Map.of("securityGroupId", "sg-1"));

        assertThat(Quotas.warnings(world(rules)))
                .containsExactly("61 inbound rules on sg-1: the quota is 60; request an increase before you deploy");
    }

    @Test
    void countsCloudFrontsAddressesAsManyRules() {
        var inputs = Map.<String, Object>of("securityGroupId", "sg-1", "prefixListId", "pl-1");

        assertThat(Quotas.warnings(world(many("aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule", 2, inputs))))
                .containsExactly("110 inbound rules on sg-1: the quota is 60; request an increase before you deploy");
    }

    @Test
    void countsTheSecurityGroupsOfOneInterface() {
        var groups = Map.<String, Object>of(
                "networkConfiguration", Map.of("securityGroups", List.of("a", "b", "c", "d", "e", "f")));

        assertThat(Quotas.warnings(world(many("aws:ecs/service:Service", 1, groups))))
                .containsExactly(
                        "6 security groups on service-0: the quota is 5; request an increase before you deploy");
    }

    @Test
    void countsTheTargetGroupsOfOneLoadBalancer() {
        var rules = IntStream.range(0, 101)
                .mapToObj(index -> resource(
                        "aws:lb/listenerRule:ListenerRule",
                        "rule-" + index,
                        Map.of(
                                "listenerArn",
                                "listener-0",
                                "actions",
                                List.of(Map.of("type", "forward", "targetGroupArn", "tg-" + index)))));
        var listener = many("aws:lb/listener:Listener", 1, Map.of("loadBalancerArn", "lb-1"));

        assertThat(Quotas.warnings(world(Stream.concat(rules, listener))))
                .containsExactly(
                        "101 rules on listener-0: the quota is 100; request an increase before you deploy",
                        "101 target groups on lb-1: the quota is 100; request an increase before you deploy");
    }

    private static World world(Stream<Existing> resources) {
        return new World(resources.toList());
    }

    private static Stream<Existing> many(String type, int count, Map<String, Object> inputs) {
        String name = type.substring(type.indexOf('/') + 1, type.lastIndexOf(':'));
        return IntStream.range(0, count).mapToObj(index -> resource(type, name + "-" + index, inputs));
    }

    private static Existing resource(String type, String name, Map<String, Object> inputs) {
        return new Existing(
                type + "::" + name, type, name, "", name, inputs, inputs, Set.of(), Place.in("us-east-1"), false);
    }
}
