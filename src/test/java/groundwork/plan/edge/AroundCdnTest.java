package groundwork.plan.edge;

import static org.assertj.core.api.Assertions.assertThat;

import groundwork.settings.StackText;
import org.junit.jupiter.api.Test;

class AroundCdnTest {
    private static final String SHOP =
            """
            groundwork:domain: { name: example.com, zone: Z0123456789ABCDEFGHIJ }
            groundwork:cdn: {}
            groundwork:services:
              app: { port: 80, routes: [/*%s] }
            """;

    @Test
    void hostsOfServicesAreNamed() {
        assertThat(AroundCdn.note(StackText.settings(SHOP.formatted(", { host: api.example.com, path: /* }"))))
                .hasValueSatisfying(
                        note -> assertThat(note).contains("bypass it (api.example.com)", "answer /static/*"));
    }

    @Test
    void thereIsNothingToSayWhereAllIsBehindIt() {
        assertThat(AroundCdn.note(StackText.settings(SHOP.formatted("")))).isEmpty();
    }
}
