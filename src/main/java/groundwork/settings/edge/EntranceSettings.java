package groundwork.settings.edge;

import groundwork.settings.marks.Between;
import groundwork.settings.marks.Setting;
import groundwork.settings.marks.Short;
import java.util.Optional;

/** What stands between the internet and the services with routes. */
@Short("kind")
public record EntranceSettings(
        @Setting(
                        value =
                                "load-balancer, or http-api: an API Gateway HTTP API that reaches the tasks through a VPC link and"
                                        + " Cloud Map. It costs nothing while nobody asks, passes no WebSockets, ends a request after"
                                        + " 30s, and takes bodies of up to 10 MB; services find the client's address in the header"
                                        + " Forwarded",
                        example = "http-api",
                        cost =
                                "of an HTTP API, about $1 for a million requests; of the load balancer, see loadBalancer")
                Kind kind,
        @Setting(value = "Requests a second that the HTTP API lets through; more get 429", example = "100")
                @Between(min = "1", max = "10000")
                int rate,
        @Setting(value = "Requests that the HTTP API lets through at once, above rate", example = "200")
                @Between(min = "1", max = "5000")
                int burst,
        @Setting(
                        value =
                                "Confirms that an environment of kind production may have an HTTP API, which AWS WAF does not guard",
                        example = "true")
                Optional<Boolean> production) {

    public enum Kind {
        LOAD_BALANCER,
        HTTP_API
    }

    public boolean isHttpApi() {
        return kind == Kind.HTTP_API;
    }
}
