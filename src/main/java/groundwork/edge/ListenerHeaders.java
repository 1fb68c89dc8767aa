package groundwork.edge;

import com.pulumi.aws.lb.ListenerArgs;
import groundwork.settings.edge.CorsSettings;
import groundwork.settings.edge.LoadBalancerSettings.ResponseHeaders;

/** What the load balancer adds to answers; where a service sets one of these headers itself, this one replaces it. */
record ListenerHeaders(ResponseHeaders headers) {

    void addTo(ListenerArgs.Builder listener, boolean secure) {
        listener.routingHttpResponseServerEnabled(false)
                .routingHttpResponseXContentTypeOptionsHeaderValue("nosniff")
                .routingHttpResponseXFrameOptionsHeaderValue(headers.frames().header());
        if (secure) {
            listener.routingHttpResponseStrictTransportSecurityHeaderValue("max-age=%d; includeSubDomains; preload"
                    .formatted(headers.hsts().toSeconds()));
        }
        headers.contentSecurity().ifPresent(listener::routingHttpResponseContentSecurityPolicyHeaderValue);
        headers.cors().ifPresent(cors -> addCors(cors, listener));
    }

    private static void addCors(CorsSettings cors, ListenerArgs.Builder listener) {
        listener.routingHttpResponseAccessControlAllowOriginHeaderValue(
                        cors.origins().get(0))
                .routingHttpResponseAccessControlAllowMethodsHeaderValue(String.join(",", cors.methods()))
                .routingHttpResponseAccessControlAllowHeadersHeaderValue(String.join(",", cors.headers()))
                .routingHttpResponseAccessControlMaxAgeHeaderValue(
                        Long.toString(cors.maxAge().toSeconds()));
        if (cors.credentials()) {
            listener.routingHttpResponseAccessControlAllowCredentialsHeaderValue("true");
        }
    }
}
