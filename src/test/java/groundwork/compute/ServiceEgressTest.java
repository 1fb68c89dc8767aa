package groundwork.compute;

import static groundwork.aws.ResourceTypes.VPC_SECURITY_GROUP_EGRESS_RULE;
import static org.assertj.core.api.Assertions.assertThat;

import groundwork.Stacks;
import groundwork.offline.recording.Recorded;
import java.util.List;
import org.junit.jupiter.api.Test;

class ServiceEgressTest {

    @Test
    void hostsOutsideAtOnePortAreOneRule() {
        var rules = rules("{ one: { host: b-1.example.com, port: 9096, scheme: kafka },"
                + " two: { host: b-2.example.com, port: 9096, scheme: kafka } }");

        assertThat(rules).extracting(Recorded::name).containsExactly("app-tasks-out-https", "app-tasks-out-tcp-9096");
        assertThat(rules.get(1).text("description")).isEqualTo("Link to one and 1 more");
        assertThat(rules.get(1).text("cidrIpv4")).isEqualTo("0.0.0.0/0");
    }

    @Test
    void addressesHaveARuleEach() {
        var rules = rules("{ one: { host: b-1.example.com, port: 9096, addresses: [192.0.2.0/24, 198.51.100.0/24] },"
                + " two: { host: b-2.example.com, port: 9096, addresses: [192.0.2.0/24] } }");

        assertThat(rules)
                .extracting(rule -> rule.text("cidrIpv4"))
                .containsExactlyInAnyOrder("0.0.0.0/0", "192.0.2.0/24", "198.51.100.0/24");
        assertThat(rules).extracting(Recorded::name).allMatch(name -> name.startsWith("app-tasks-out-"));
    }

    @Test
    void httpsOutsideIsOpenAnyway() {
        assertThat(rules("{ one: b-1.example.com, two: b-2.example.com }"))
                .extracting(Recorded::name)
                .containsExactly("app-tasks-out-https");
    }

    private static List<Recorded> rules(String externals) {
        return Stacks.of("production")
                .with("externals", externals)
                .with("services", "{ app: { image: app:1, links: [one, two] } }")
                .record()
                .ofType(VPC_SECURITY_GROUP_EGRESS_RULE);
    }
}
