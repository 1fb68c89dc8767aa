package groundwork.delivery;

import groundwork.settings.edge.CdnSettings.SecurityHeaders;
import groundwork.settings.edge.CorsSettings;
import java.util.LinkedHashMap;
import java.util.Map;

/** The security headers, in the YAML that Amplify wants. */
final class AmplifyHeaders {
    private AmplifyHeaders() {}

    static String yaml(SecurityHeaders headers) {
        var text = new StringBuilder("customHeaders:\n  - pattern: '**'\n    headers:\n");
        all(headers)
                .forEach((key, value) ->
                        text.append("      - key: %s\n        value: '%s'\n".formatted(key, value.replace("'", "''"))));
        return text.toString();
    }

    private static Map<String, String> all(SecurityHeaders headers) {
        var all = new LinkedHashMap<String, String>();
        all.put(
                "Strict-Transport-Security",
                "max-age=%d; includeSubDomains; preload"
                        .formatted(headers.hsts().toSeconds()));
        all.put("X-Content-Type-Options", "nosniff");
        all.put("X-Frame-Options", headers.frames().header());
        all.put("Referrer-Policy", headers.referrer());
        headers.permissions().ifPresent(policy -> all.put("Permissions-Policy", policy));
        headers.contentSecurity().ifPresent(policy -> all.put("Content-Security-Policy", policy));
        headers.cors().ifPresent(cors -> addCors(cors, all));
        return all;
    }

    private static void addCors(CorsSettings cors, Map<String, String> all) {
        all.put("Access-Control-Allow-Origin", cors.origins().get(0));
        all.put("Access-Control-Allow-Methods", String.join(",", cors.methods()));
        all.put("Access-Control-Allow-Headers", String.join(",", cors.headers()));
        all.put("Access-Control-Max-Age", Long.toString(cors.maxAge().toSeconds()));
        if (cors.credentials()) {
            all.put("Access-Control-Allow-Credentials", "true");
        }
    }
}
