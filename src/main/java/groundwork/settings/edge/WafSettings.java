package groundwork.settings.edge;

import groundwork.settings.marks.Between;
import groundwork.settings.marks.Checked;
import groundwork.settings.marks.Matching;
import groundwork.settings.marks.Setting;
import groundwork.settings.problems.Found;
import groundwork.settings.problems.Problems;
import groundwork.settings.units.Cidr;
import groundwork.settings.units.Countries;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;

/** One set of rules on every public entrance. */
public record WafSettings(
        @Setting(
                        value = "AWS managed rule groups",
                        example = "[common, bad-inputs, sql-injection]",
                        cost = "$1 each, per web ACL")
                List<RuleGroup> rules,
        @Setting(
                        value = "Rate limit: requests per IP address in five minutes",
                        example = "1000",
                        cost = "$1 per web ACL")
                @Between(min = PathLimit.FEWEST, max = PathLimit.MOST)
                int rateLimit,
        @Setting(
                        value = "Lower rate limits of single paths, such as a login",
                        example = "[{ path: /api/auth, requests: 100 }]",
                        cost = "$1 each, per web ACL")
                List<PathLimit> limits,
        @Setting(value = "Allowed CIDRs; everybody when empty", example = "[203.0.113.0/24]", cost = "$1 per web ACL")
                List<Cidr> allow,
        @Setting(value = "Blocked CIDRs", example = "[198.51.100.0/24]", cost = "$1 per web ACL") List<Cidr> deny,
        @Setting(
                        value =
                                "Countries allowed; all when empty. With a CDN, cdn.countries applies to every entrance",
                        example = "[US, CA]",
                        cost = "$1 per web ACL")
                @Matching(value = Countries.FORM, says = Countries.SAYS)
                List<String> countries,
        @Setting(value = "Count matching requests instead of blocking them", example = "true") boolean countOnly)
        implements Checked {
    /** AWS WAF takes ten rate-based rules in an ACL, and {@link #rateLimit} is one. */
    private static final int MOST_LIMITS = 9;

    @Override
    public void check(Problems problems) {
        problems.at("allow")
                .unless(!allow.contains(Cidr.WORLD), "AWS WAF does not accept /0; remove allow to allow everybody");
        problems.at("deny").unless(!deny.contains(Cidr.WORLD), "AWS WAF does not accept /0; list the CIDRs to block");
        Countries.check(countries, problems.at("countries"));
        problems.at("limits")
                .unless(
                        limits.size() <= MOST_LIMITS,
                        "%d limits; a web ACL takes %d beside rateLimit",
                        limits.size(),
                        MOST_LIMITS);
        var paths = new HashSet<String>();
        for (int i = 0; i < limits.size(); i++) {
            var limit = limits.get(i);
            problems.at("limits")
                    .at(i)
                    .at("path")
                    .unless(
                            paths.add(limit.path().toLowerCase(Locale.ROOT)),
                            "%s already has a limit",
                            Found.quoted(limit.path()));
            problems.at("limits")
                    .at(i)
                    .at("requests")
                    .unless(
                            limit.requests() < rateLimit,
                            "%d is not less than rateLimit, %d, which holds for every path",
                            limit.requests(),
                            rateLimit);
        }
    }

    /** How many requests one address may send to some paths. */
    public record PathLimit(
            @Setting(value = "Prefix of the paths, case-insensitive", example = "/api/auth")
                    @Matching(value = "/[\\w.~/-]{1,199}", says = "the start of a path, with / first and no wildcard")
                    String path,
            @Setting(value = "Rate limit: requests per IP address in five minutes", example = "100")
                    @Between(min = FEWEST, max = MOST)
                    int requests) {
        private static final String FEWEST = "10";
        private static final String MOST = "2000000000";
    }

    public enum RuleGroup {
        COMMON,
        BAD_INPUTS,
        SQL_INJECTION,
        REPUTATION,
        ANONYMOUS,
        LINUX
    }
}
