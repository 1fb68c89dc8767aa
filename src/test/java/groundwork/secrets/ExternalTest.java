package groundwork.secrets;

import static org.assertj.core.api.Assertions.assertThat;

import groundwork.Topologies;
import groundwork.links.Connection;
import groundwork.links.Egress;
import groundwork.offline.recording.Recording;
import groundwork.settings.units.Cidr;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ExternalTest {
    private final List<Connection> connections = new ArrayList<>();

    @Test
    void isFoundByItsUrl() {
        var outputs = run("{ host: api.example.com }").outputs();

        assertThat(outputs)
                .containsEntry("variable host", "api.example.com")
                .containsEntry("variable port", "443")
                .containsEntry("variable url", "https://api.example.com");
    }

    @Test
    void namesThePortInItsUrlWhereItIsUnusual() {
        assertThat(run("{ host: api.example.com, port: 8443 }").outputs())
                .containsEntry("variable url", "https://api.example.com:8443");
        assertThat(run("{ host: mq.example.com, port: 5671, scheme: amqps }").outputs())
                .containsEntry("variable url", "amqps://mq.example.com:5671");
    }

    @Test
    void namesNoPortInAUrlWhoseServersAreFoundInDns() {
        assertThat(run("{ host: cluster0.example.mongodb.net, port: 27017, scheme: mongodb+srv }")
                        .outputs())
                .containsEntry("variable port", "27017")
                .containsEntry("variable url", "mongodb+srv://cluster0.example.mongodb.net");
    }

    @Test
    void takesItsUrlFromTheSecretThatHoldsIt() {
        var recording = run("{ host: cluster0.example.mongodb.net, port: 27017, secret: mongo-uri }");

        assertThat(recording.outputs())
                .doesNotContainKey("variable url")
                .containsEntry(
                        "secret url",
                        recording
                                .named("aws:secretsmanager/secret:Secret", "mongo-uri-stored-secret")
                                .text("arn"));
    }

    @Test
    void isReachedAtItsAddressesOrAnywhere() {
        run("{ host: api.example.com, addresses: [198.51.100.0/24] }");
        run("{ host: api.example.com }");

        assertThat(connections)
                .extracting(Connection::egress)
                .containsExactly(
                        Optional.of(Egress.outside(List.of(Cidr.parse("198.51.100.0/24")), 443)),
                        Optional.of(Egress.outside(List.of(Cidr.WORLD), 443)));
    }

    private Recording run(String external) {
        var text =
                """
                groundwork:secrets: { mongo-uri: { byHand: true } }
                groundwork:externals: { elsewhere: %s }
                """
                        .formatted(external);
        return Topologies.of(text, (stack, plan, context) -> {
            var secret = new Secret("mongo-uri", plan.settings().secrets().get("mongo-uri"), stack);
            var settings = plan.settings().externals().get("elsewhere");
            var elsewhere = new External(settings, settings.secret().map(name -> secret));
            connections.add(elsewhere.connect(Optional.empty()));
            Topologies.export(elsewhere.connect(Optional.empty()), context);
        });
    }
}
