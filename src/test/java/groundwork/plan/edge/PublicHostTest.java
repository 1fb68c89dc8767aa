package groundwork.plan.edge;

import static org.assertj.core.api.Assertions.assertThat;

import groundwork.settings.StackText;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PublicHostTest {
    private static final String DOMAIN = "groundwork:domain: { name: example.com, zone: Z0123456789 }\n";

    @Test
    void isTheDomainWhereAServiceAnswersToAnyHost() {
        assertThat(host(DOMAIN, "[/*, { host: api.example.com, path: /* }]")).contains("example.com");
    }

    @Test
    void isTheFirstExactHostWhereItAnswersToHostsOnly() {
        assertThat(host(DOMAIN, "[{ host: '*.example.com', path: /* }, { host: api.example.com, path: /* }]"))
                .contains("api.example.com");
    }

    @Test
    void isNoneWithoutADomain() {
        assertThat(host("", "[/*]")).isEmpty();
    }

    private static Optional<String> host(String domain, String routes) {
        var settings =
                StackText.settings(domain + "groundwork:services: { web: { port: 80, routes: %s } }".formatted(routes));
        return PublicHost.of(settings.services().get("web"), settings.domain());
    }
}
