package groundwork.plan.edge;

import static groundwork.plan.edge.DnsPlan.Target.CDN;
import static groundwork.plan.edge.DnsPlan.Target.LOAD_BALANCER;
import static org.assertj.core.api.Assertions.assertThat;

import groundwork.plan.edge.DnsPlan.Alias;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DnsPlanTest {
    private static final String DOMAIN = "example.com";
    private static final List<String> HOSTS = List.of("*.example.com", "api.example.com", DOMAIN);

    @Test
    void allNamesLeadToTheLoadBalancer() {
        assertThat(DnsPlan.of(DOMAIN, HOSTS, List.of(), Optional.of(LOAD_BALANCER), false)
                        .aliases())
                .containsExactly(
                        new Alias("*.example.com", LOAD_BALANCER),
                        new Alias("api.example.com", LOAD_BALANCER),
                        new Alias(DOMAIN, LOAD_BALANCER));
    }

    @Test
    void theDomainLeadsToTheCdnAndTheCdnHasItsOwnNameForTheLoadBalancer() {
        assertThat(DnsPlan.of(DOMAIN, HOSTS, List.of("cdn.example.com"), Optional.of(LOAD_BALANCER), true)
                        .aliases())
                .containsExactly(
                        new Alias("*.example.com", LOAD_BALANCER),
                        new Alias("api.example.com", LOAD_BALANCER),
                        new Alias("cdn.example.com", CDN),
                        new Alias(DOMAIN, CDN),
                        new Alias("origin.example.com", LOAD_BALANCER));
    }

    @Test
    void aStaticSiteHasOneName() {
        assertThat(DnsPlan.of(DOMAIN, List.of(), List.of(), Optional.empty(), true)
                        .aliases())
                .containsExactly(new Alias(DOMAIN, CDN));
    }

    @Test
    void nothingPublicHasNoName() {
        assertThat(DnsPlan.of(DOMAIN, List.of(), List.of(), Optional.empty(), false)
                        .aliases())
                .isEmpty();
    }
}
