package groundwork.plan.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class CertificateNamesTest {
    @Test
    void coverTheDomainItsOwnHostsAndWhatLiesDeeper() {
        assertThat(CertificateNames.covering(
                        "example.com",
                        List.of("www.example.com", "*.example.com", "a.b.example.com", "*.c.example.com")))
                .containsExactly("example.com", "*.example.com", "*.c.example.com", "a.b.example.com");
    }

    @Test
    void aDomainAndItsWildcardAreProvenOnce() {
        assertThat(CertificateNames.toProve(List.of("example.com", "*.example.com", "*.c.example.com")))
                .containsExactly("example.com", "c.example.com");
    }
}
