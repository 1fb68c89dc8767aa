package groundwork.settings.edge;

import groundwork.aws.Arn;
import groundwork.settings.marks.Matching;
import groundwork.settings.marks.Setting;
import java.util.Optional;

/** A name in a Route 53 hosted zone of the account. */
public record DomainSettings(
        @Setting(
                        value = "The host name people type",
                        example = "example.com",
                        replaces = "the certificate and the records")
                @Matching(
                        value = "(?=.{1,64}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z]{2,63}",
                        says = "a lower-case host name of up to 64 characters")
                String name,
        @Setting(
                        value = "The id of the hosted zone that holds it",
                        example = "Z0123456789ABCDEFGHIJ",
                        cost = "nothing more; the zone itself is $0.50",
                        replaces = "the records")
                @Matching(value = "Z[A-Z0-9]{5,31}", says = "the id of a hosted zone, Z and capitals or digits")
                String zone,
        @Setting(
                        value = "An issued certificate to use in place of one of our own",
                        example = Arn.START + "acm:…",
                        replaces = "the certificate of our own; nothing of the one that is named")
                @Matching(
                        value = Arn.START + "acm:[a-z0-9-]+:\\d{12}:certificate/[\\w-]+",
                        says = "the ARN of an ACM certificate in the stack's region")
                Optional<String> certificate) {

    /** What the CDN calls the load balancer. */
    public static String originHost(String domain) {
        return "origin." + domain;
    }
}
