package groundwork.edge.cdn;

import com.pulumi.aws.cloudfront.ResponseHeadersPolicy;
import com.pulumi.aws.cloudfront.ResponseHeadersPolicyArgs;
import com.pulumi.aws.cloudfront.inputs.ResponseHeadersPolicyCorsConfigAccessControlAllowHeadersArgs;
import com.pulumi.aws.cloudfront.inputs.ResponseHeadersPolicyCorsConfigAccessControlAllowMethodsArgs;
import com.pulumi.aws.cloudfront.inputs.ResponseHeadersPolicyCorsConfigAccessControlAllowOriginsArgs;
import com.pulumi.aws.cloudfront.inputs.ResponseHeadersPolicyCorsConfigArgs;
import com.pulumi.aws.cloudfront.inputs.ResponseHeadersPolicyCustomHeadersConfigArgs;
import com.pulumi.aws.cloudfront.inputs.ResponseHeadersPolicyCustomHeadersConfigItemArgs;
import com.pulumi.aws.cloudfront.inputs.ResponseHeadersPolicySecurityHeadersConfigArgs;
import com.pulumi.aws.cloudfront.inputs.ResponseHeadersPolicySecurityHeadersConfigContentSecurityPolicyArgs;
import com.pulumi.aws.cloudfront.inputs.ResponseHeadersPolicySecurityHeadersConfigContentTypeOptionsArgs;
import com.pulumi.aws.cloudfront.inputs.ResponseHeadersPolicySecurityHeadersConfigFrameOptionsArgs;
import com.pulumi.aws.cloudfront.inputs.ResponseHeadersPolicySecurityHeadersConfigReferrerPolicyArgs;
import com.pulumi.aws.cloudfront.inputs.ResponseHeadersPolicySecurityHeadersConfigStrictTransportSecurityArgs;
import com.pulumi.core.Output;
import groundwork.base.Component;
import groundwork.plan.names.NameRule;
import groundwork.settings.edge.CdnSettings;
import groundwork.settings.edge.CdnSettings.SecurityHeaders;
import groundwork.settings.edge.CorsSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What the CDN adds to answers: the security headers to all of them, and to static files how long they stay fresh. */
final class CdnHeaders extends Component {
    private final SecurityHeaders headers;
    private final ResponseHeadersPolicy pages;
    private final ResponseHeadersPolicy files;

    CdnHeaders(String suffix, CdnSettings settings, Component cdn) {
        super("edge:CdnHeaders", suffix, cdn);
        headers = settings.headers();
        pages = createPolicy("pages", permissions());
        files = createPolicy("files", withFreshness(settings));
        outputs(Map.of("pages", pages.id(), "files", files.id()));
    }

    Output<String> forPages() {
        return pages.id();
    }

    Output<String> forFiles() {
        return files.id();
    }

    private ResponseHeadersPolicy createPolicy(
            String suffix, List<ResponseHeadersPolicyCustomHeadersConfigItemArgs> others) {
        var arguments = ResponseHeadersPolicyArgs.builder()
                .name(stack().names().of(NameRule.HEADERS_POLICY, child(suffix)))
                .securityHeadersConfig(security());
        headers.cors().map(CdnHeaders::cors).ifPresent(arguments::corsConfig);
        if (!others.isEmpty()) {
            arguments.customHeadersConfig(ResponseHeadersPolicyCustomHeadersConfigArgs.builder()
                    .items(others)
                    .build());
        }
        return new ResponseHeadersPolicy(child(suffix), arguments.build(), inside());
    }

    private ResponseHeadersPolicySecurityHeadersConfigArgs security() {
        var config = ResponseHeadersPolicySecurityHeadersConfigArgs.builder()
                .strictTransportSecurity(ResponseHeadersPolicySecurityHeadersConfigStrictTransportSecurityArgs.builder()
                        .accessControlMaxAgeSec((int) headers.hsts().toSeconds())
                        .includeSubdomains(true)
                        .preload(true)
                        .override(true)
                        .build())
                .contentTypeOptions(ResponseHeadersPolicySecurityHeadersConfigContentTypeOptionsArgs.builder()
                        .override(true)
                        .build())
                .frameOptions(ResponseHeadersPolicySecurityHeadersConfigFrameOptionsArgs.builder()
                        .frameOption(headers.frames().header())
                        .override(true)
                        .build())
                .referrerPolicy(ResponseHeadersPolicySecurityHeadersConfigReferrerPolicyArgs.builder()
                        .referrerPolicy(headers.referrer())
                        .override(true)
                        .build());
        headers.contentSecurity()
                .map(policy -> ResponseHeadersPolicySecurityHeadersConfigContentSecurityPolicyArgs.builder()
                        .contentSecurityPolicy(policy)
                        .override(true)
                        .build())
                .ifPresent(config::contentSecurityPolicy);
        return config.build();
    }

    private static ResponseHeadersPolicyCorsConfigArgs cors(CorsSettings cors) {
        return ResponseHeadersPolicyCorsConfigArgs.builder()
                .accessControlAllowOrigins(ResponseHeadersPolicyCorsConfigAccessControlAllowOriginsArgs.builder()
                        .items(cors.origins())
                        .build())
                .accessControlAllowMethods(ResponseHeadersPolicyCorsConfigAccessControlAllowMethodsArgs.builder()
                        .items(cors.methods())
                        .build())
                .accessControlAllowHeaders(ResponseHeadersPolicyCorsConfigAccessControlAllowHeadersArgs.builder()
                        .items(cors.headers())
                        .build())
                .accessControlAllowCredentials(cors.credentials())
                .accessControlMaxAgeSec((int) cors.maxAge().toSeconds())
                .originOverride(true)
                .build();
    }

    /** A service that sends its own knows better what its pages need. */
    private List<ResponseHeadersPolicyCustomHeadersConfigItemArgs> permissions() {
        return headers
                .permissions()
                .map(policy ->
                        header("Permissions-Policy", policy).override(false).build())
                .stream()
                .toList();
    }

    /** A file that was uploaded with a Cache-Control of its own keeps that. */
    private List<ResponseHeadersPolicyCustomHeadersConfigItemArgs> withFreshness(CdnSettings settings) {
        var freshness =
                "public, max-age=%d, immutable".formatted(settings.staticAge().toSeconds());
        var all = new ArrayList<>(permissions());
        all.add(header("Cache-Control", freshness).override(false).build());
        return all;
    }

    private static ResponseHeadersPolicyCustomHeadersConfigItemArgs.Builder header(String name, String value) {
        return ResponseHeadersPolicyCustomHeadersConfigItemArgs.builder()
                .header(name)
                .value(value);
    }
}
