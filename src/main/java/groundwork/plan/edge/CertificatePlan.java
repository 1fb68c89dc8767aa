package groundwork.plan.edge;

import static java.util.Objects.requireNonNull;

import groundwork.aws.GlobalRegion;
import groundwork.settings.edge.CdnSettings;
import groundwork.settings.edge.DomainSettings;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * The names of the stack's certificate, its own first, and those of the one for CloudFront, which takes certificates of
 * one region only.
 *
 * @param cdnNames none where there is no CDN, or where it uses the stack's certificate
 */
public record CertificatePlan(DomainSettings domain, List<String> names, Optional<List<String>> cdnNames) {
    public CertificatePlan {
        requireNonNull(domain, "domain is null");
        names = List.copyOf(names);
        cdnNames = cdnNames.map(List::copyOf);
    }

    static CertificatePlan of(
            DomainSettings domain, Collection<String> hosts, Optional<CdnSettings> cdn, String region) {
        var names = CertificateNames.covering(domain.name(), hosts);
        return new CertificatePlan(
                domain,
                names,
                region.equals(GlobalRegion.NAME)
                        ? Optional.empty()
                        : cdn.map(front -> names.subList(0, front.hosts().isEmpty() ? 1 : 2)));
    }
}
