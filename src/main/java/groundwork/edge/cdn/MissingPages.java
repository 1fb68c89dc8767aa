package groundwork.edge.cdn;

import com.pulumi.aws.cloudfront.inputs.DistributionCustomErrorResponseArgs;
import groundwork.settings.edge.CdnSettings;
import java.util.List;

/** What the CDN answers where the bucket has no such file; what the firewall blocks stays a 403. */
final class MissingPages {
    private static final int SECONDS_REMEMBERED = 10;
    private static final String START_PAGE = "/index.html";

    private MissingPages() {}

    static List<DistributionCustomErrorResponseArgs> of(CdnSettings settings) {
        if (settings.spa()) {
            return answers(START_PAGE, 200);
        }
        return settings.notFound().map(page -> answers(page, 404)).orElse(List.of());
    }

    private static List<DistributionCustomErrorResponseArgs> answers(String page, int code) {
        return List.of(DistributionCustomErrorResponseArgs.builder()
                .errorCode(404)
                .responseCode(code)
                .responsePagePath(page)
                .errorCachingMinTtl(SECONDS_REMEMBERED)
                .build());
    }
}
