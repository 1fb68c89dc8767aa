package groundwork.simulated.rules.network;

import static groundwork.aws.ResourceTypes.ACM_CERTIFICATE;
import static groundwork.aws.ResourceTypes.CLOUDFRONT_CACHE_POLICY;
import static groundwork.aws.ResourceTypes.CLOUDFRONT_DISTRIBUTION;
import static groundwork.aws.ResourceTypes.CLOUDWATCH_LOG_DELIVERY;
import static groundwork.aws.ResourceTypes.CLOUDWATCH_LOG_DELIVERY_DESTINATION;
import static groundwork.aws.ResourceTypes.CLOUDWATCH_LOG_DELIVERY_SOURCE;
import static groundwork.aws.ResourceTypes.LB_LISTENER;
import static groundwork.aws.ResourceTypes.ROUTE53_RECORD;

import groundwork.aws.GlobalRegion;
import groundwork.simulated.Existing;
import groundwork.simulated.World;
import groundwork.simulated.rules.Refusals;
import groundwork.simulated.rules.Rule;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What certificates, distributions and DNS records need. */
public final class EdgeRules {
    private static final String VIEWER = "viewerCertificate.";
    private static final SortedSet<String> LOG_FORMATS =
            new TreeSet<>(Set.of("json", "parquet", "plain", "raw", "w3c"));
    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");
    private static final SortedSet<Integer> FAILOVER_CODES =
            new TreeSet<>(Set.of(400, 403, 404, 416, 429, 500, 502, 503, 504));

    public static final List<Rule> ALL = List.of(
            Rule.of("edge-certificate-region", EdgeRules::edgeCertificate, CLOUDFRONT_DISTRIBUTION),
            Rule.of("listener-certificate-region", EdgeRules::listenerCertificate, LB_LISTENER),
            Rule.of("distribution-origins", EdgeRules::origins, CLOUDFRONT_DISTRIBUTION),
            Rule.of("distribution-origin-groups", EdgeRules::originGroups, CLOUDFRONT_DISTRIBUTION),
            Rule.of("cache-policy-ages", EdgeRules::ages, CLOUDFRONT_CACHE_POLICY),
            Rule.of("log-delivery-source", EdgeRules::logSource, CLOUDWATCH_LOG_DELIVERY_SOURCE),
            Rule.of("log-delivery-format", EdgeRules::logFormat, CLOUDWATCH_LOG_DELIVERY_DESTINATION),
            Rule.of("log-delivery-destination", EdgeRules::logDestination, CLOUDWATCH_LOG_DELIVERY),
            Rule.of("distribution-aliases", EdgeRules::aliases, CLOUDFRONT_DISTRIBUTION),
            Rule.of("distribution-cache", EdgeRules::cache, CLOUDFRONT_DISTRIBUTION),
            Rule.of("certificate-names", EdgeRules::certificateNames, ACM_CERTIFICATE),
            Rule.of("record-alias-or-values", EdgeRules::record, ROUTE53_RECORD),
            Rule.among("record-once", EdgeRules::recordOnce, ROUTE53_RECORD));

    private EdgeRules() {}

    private static void edgeCertificate(Existing distribution, Refusals refusals) {
        String path = VIEWER + "acmCertificateArn";
        distribution
                .text(path)
                .ifPresent(arn -> refusals.unless(
                        arn.contains(":acm:" + GlobalRegion.NAME + ":"),
                        path,
                        "is not in us-east-1; CloudFront takes certificates only from there"));
    }

    private static void listenerCertificate(Existing listener, Refusals refusals) {
        String region = listener.place().region();
        listener.text("certificateArn")
                .ifPresent(arn -> refusals.unless(
                        !arn.startsWith("arn:") || arn.contains(":" + region + ":") || arn.contains(":iam:"),
                        "certificateArn",
                        "is not in the region of the listener, %s",
                        region));
    }

    private static void origins(Existing distribution, Refusals refusals) {
        var ids = indices(distribution, "origins")
                .flatMap(origin -> distribution.text(origin + ".originId").stream())
                .toList();
        refusals.unless(new HashSet<>(ids).size() == ids.size(), "origins", "has two origins of one id");
        var known = new HashSet<>(ids);
        indices(distribution, "originGroups")
                .flatMap(group -> distribution.text(group + ".originId").stream())
                .forEach(known::add);
        behaviors(distribution).map(behavior -> behavior + ".targetOriginId").forEach(path -> distribution
                .text(path)
                .ifPresent(id ->
                        refusals.unless(known.contains(id), path, "%s is not an origin of the distribution", id)));
    }

    private static void originGroups(Existing distribution, Refusals refusals) {
        var origins = new HashSet<String>();
        indices(distribution, "origins")
                .flatMap(origin -> distribution.text(origin + ".originId").stream())
                .forEach(origins::add);
        var groups = new HashSet<String>();
        indices(distribution, "originGroups").forEach(group -> {
            distribution.text(group + ".originId").ifPresent(id -> {
                refusals.unless(
                        !origins.contains(id) && groups.add(id), group + ".originId", "%s is already in use", id);
            });
            var members = indices(distribution, group + ".members")
                    .flatMap(member -> distribution.text(member + ".originId").stream())
                    .toList();
            refusals.unless(
                    members.size() == 2 && Set.copyOf(members).size() == 2 && origins.containsAll(members),
                    group + ".members",
                    "must be two different origins of the distribution, not %s",
                    members);
            var codes = distribution.list(group + ".failoverCriteria.statusCodes").stream()
                    .filter(Number.class::isInstance)
                    .map(code -> ((Number) code).intValue())
                    .toList();
            refusals.unless(
                    !codes.isEmpty() && FAILOVER_CODES.containsAll(codes),
                    group + ".failoverCriteria.statusCodes",
                    "must be some of %s, not %s",
                    FAILOVER_CODES,
                    codes);
        });
        behaviors(distribution)
                .filter(behavior -> distribution
                        .text(behavior + ".targetOriginId")
                        .filter(groups::contains)
                        .isPresent())
                .forEach(behavior -> refusals.unless(
                        READING.containsAll(distribution.texts(behavior + ".allowedMethods")),
                        behavior + ".allowedMethods",
                        "an origin group only takes GET, HEAD and OPTIONS"));
    }

    private static void ages(Existing policy, Refusals refusals) {
        long shortest = policy.number("minTtl").orElse(0L);
        long usual = policy.number("defaultTtl").orElse(86_400L);
        long longest = policy.number("maxTtl").orElse(31_536_000L);
        refusals.unless(
                shortest <= usual && usual <= longest,
                "defaultTtl",
                "is %d, which is not between minTtl, %d, and maxTtl, %d",
                usual,
                shortest,
                longest);
    }

    private static void logSource(Existing source, Refusals refusals) {
        boolean isDistribution = source.text("resourceArn")
                .filter(arn -> arn.contains(":cloudfront:"))
                .isPresent();
        refusals.unless(
                !isDistribution || source.place().region().equals(GlobalRegion.NAME),
                "resourceArn",
                "is a distribution, whose logs are delivered only from us-east-1, not %s",
                source.place().region());
        refusals.unless(
                !isDistribution || source.text("logType").orElse("").equals("ACCESS_LOGS"),
                "logType",
                "must be ACCESS_LOGS for a distribution");
    }

    private static void logFormat(Existing destination, Refusals refusals) {
        destination
                .text("outputFormat")
                .ifPresent(format -> refusals.unless(
                        LOG_FORMATS.contains(format), "outputFormat", "\"%s\" is none of %s", format, LOG_FORMATS));
    }

    private static void logDestination(Existing delivery, Refusals refusals) {
        delivery.text("deliveryDestinationArn")
                .ifPresent(arn -> refusals.unless(
                        arn.contains(":" + delivery.place().region() + ":"),
                        "deliveryDestinationArn",
                        "is not in %s",
                        delivery.place().region()));
    }

    private static void aliases(Existing distribution, Refusals refusals) {
        refusals.unless(
                distribution.list("aliases").isEmpty()
                        || distribution.has(VIEWER + "acmCertificateArn")
                        || distribution.has(VIEWER + "iamCertificateId"),
                "aliases",
                "need a certificate");
        refusals.unless(
                !distribution.has(VIEWER + "acmCertificateArn") || distribution.has(VIEWER + "sslSupportMethod"),
                VIEWER + "sslSupportMethod",
                "is required with a certificate; sni-only is the usual one");
    }

    private static void cache(Existing distribution, Refusals refusals) {
        behaviors(distribution).forEach(behavior -> {
            boolean policy = distribution.has(behavior + ".cachePolicyId");
            boolean forwarded = distribution.has(behavior + ".forwardedValues");
            refusals.unless(policy != forwarded, behavior, "needs a cachePolicyId or forwardedValues, and not both");
        });
    }

    private static void certificateNames(Existing certificate, Refusals refusals) {
        Stream.concat(certificate.text("domainName").stream(), certificate.texts("subjectAlternativeNames").stream())
                .forEach(name -> refusals.unless(
                        name.length() <= 253
                                && name.matches(
                                        "(?:\\*\\.)?(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\\.)+[A-Za-z]{2,63}"),
                        "domainName",
                        "\"%s\" is not a domain name",
                        name));
    }

    private static void record(Existing record, Refusals refusals) {
        boolean alias = !record.list("aliases").isEmpty();
        boolean values = record.has("records");
        refusals.unless(alias != values, "records", "and aliases: exactly one of them is needed");
        refusals.unless(!values || record.has("ttl"), "ttl", "is required with records");
        refusals.unless(!alias || !record.has("ttl"), "ttl", "does not go with an alias, whose target decides it");
    }

    private static void recordOnce(Existing record, World world, Refusals refusals) {
        if (record.has("setIdentifier") || record.flag("allowOverwrite")) {
            return;
        }
        record.text("name").ifPresent(name -> world.sharing(ROUTE53_RECORD, "name", name).stream()
                .filter(other -> other.urn().compareTo(record.urn()) < 0
                        && !other.has("setIdentifier")
                        && other.text("type").equals(record.text("type"))
                        && other.text("zoneId").isPresent()
                        && other.text("zoneId").equals(record.text("zoneId")))
                .forEach(other -> refusals.add("name", "%s is already created by %s", name, other.name())));
    }

    private static Stream<String> behaviors(Existing distribution) {
        return Stream.concat(Stream.of("defaultCacheBehavior"), indices(distribution, "orderedCacheBehaviors"));
    }

    private static Stream<String> indices(Existing resource, String property) {
        return IntStream.range(0, resource.list(property).size()).mapToObj(index -> property + "[" + index + "]");
    }
}
