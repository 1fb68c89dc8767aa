package groundwork.settings.edge;

import groundwork.aws.Arn;
import groundwork.settings.marks.Matching;
import groundwork.settings.marks.Setting;
import java.util.Optional;

/** A name in a Route 53 hosted zone of the account. */
public record DomainSettings(
        @Setting(value = "Domain name", example = "example.com")
                @Matching(
                        value = "(?=.{1,64}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z]{2,63}",
                        says = "a lower-case host name of up to 64 characters")
                String name,
        @Setting(
                        value = "Id of its Route 53 hosted zone",
                        example = "Z0123456789ABCDEFGHIJ",
                        cost = "nothing more; the zone itself is $0.50")
                @Matching(value = "Z[A-Z0-9]{5,31}", says = "a hosted zone id, Z followed by capital letters or digits")
                String zone,
        @Setting(value = "ARN of an issued ACM certificate, instead of a new one", example = Arn.START + "acm:…")
                @Matching(
                        value = Arn.START + "acm:[a-z0-9-]+:\\d{12}:certificate/[\\w-]+",
                        says = "the ARN of an ACM certificate in the stack's region")
                Optional<String> certificate) {

    /** What the CDN calls the load balancer. */
    public static String originHost(String domain) {
        return "origin." + domain;
    }
}
