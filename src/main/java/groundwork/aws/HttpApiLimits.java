package groundwork.aws;

import java.time.Duration;

/** What an HTTP API of API Gateway takes. */
public final class HttpApiLimits {
    /** After it the client gets 503, whatever the service still does. */
    public static final Duration LONGEST_REQUEST =
            Duration.ofMillis(NumberRange.of(ResourceTypes.APIGATEWAYV2_INTEGRATION, "timeoutMilliseconds")
                    .highest());

    private HttpApiLimits() {}
}
