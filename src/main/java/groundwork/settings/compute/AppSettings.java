package groundwork.settings.compute;

import groundwork.settings.edge.CdnSettings.SecurityHeaders;
import groundwork.settings.links.LinkSettings;
import groundwork.settings.marks.Checked;
import groundwork.settings.marks.Keys;
import groundwork.settings.marks.Matching;
import groundwork.settings.marks.Setting;
import groundwork.settings.marks.Short;
import groundwork.settings.problems.Found;
import groundwork.settings.problems.Problems;
import groundwork.settings.units.Sensitive;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A front that Amplify Hosting builds from its repository at every push, and serves. */
public record AppSettings(
        @Setting("Source repository") Source source,
        @Setting(
                        value = "Server-side rendering (web-compute) or static files (web)",
                        example = "web",
                        cost = "$0.01 a build minute, $0.15 a GB served; web-compute $0.20 an hour of requests too")
                Platform platform,
        @Setting(value = "Framework, by Amplify's name for it", example = "Next.js - SSR") Optional<String> framework,
        @Setting(
                        value = "Build specification; the repository's amplify.yml by default",
                        example = "\"version: 1\\nfrontend: …\"")
                Optional<String> buildSpec,
        @Setting(
                        value = "Environment variables of the build and the server, except those of links",
                        example = "{ NODE_ENV: production }")
                @Keys(value = VARIABLE, says = VARIABLE_SAYS)
                Map<String, String> environment,
        @Setting("Link targets: services with routes, and externals") List<Call> links,
        @Setting("Branches to host")
                @Keys(value = "[\\w./-]{1,255}", says = "a branch name of letters, digits and any of _./-")
                Map<String, Branch> branches,
        @Setting(
                        value = "Patterns of branches that are hosted when pushed and removed when deleted",
                        example = "[feature/*]",
                        cost = "$0.01 a build minute of each")
                @Matching(value = "[\\w./*-]{1,255}", says = "a branch's name, with * for any characters")
                List<String> autoBranches,
        @Setting("Rewrites and redirects; the first match wins") List<Rewrite> rewrites,
        @Setting("Response headers") Optional<SecurityHeaders> headers,
        @Setting(
                        value = "Domain of the production branch, in a Route 53 hosted zone of the account",
                        example = "shop.example.com")
                @Matching(
                        value = "(?=.{1,200}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z]{2,63}",
                        says = "a lower-case host name")
                Optional<String> domain)
        implements Checked {
    private static final String VARIABLE = "(?!AWS)[A-Za-z_][A-Za-z0-9_]*";
    private static final String VARIABLE_SAYS = "a variable name of letters, digits and _, not AWS first";

    public enum Platform {
        WEB_COMPUTE,
        WEB
    }

    @Short("repository")
    public record Source(
            @Setting(value = "URL of the repository", example = "https://github.com/example/shop")
                    @Matching(
                            value = "https://[^/\\s@]+/[^\\s@]+",
                            says = "an address without a user or token, such as https://github.com/example/shop")
                    String repository,
            @Setting(
                            value =
                                    "Access token for the repository; without one, connect the repository in the console",
                            example = "{ secure: … }")
                    Optional<Sensitive> token) {}

    @Short("to")
    public record Call(
            @Setting(value = "Name of the link target", example = "api") String to,
            @Setting(value = "Prefix of its variables, instead of its name", example = "ORDERS")
                    @Matching(
                            value = "[A-Z][A-Z0-9_]{0,39}",
                            says = "capital letters, digits and _, starting with a letter")
                    Optional<String> as,
            @Setting(value = "Additional variables, by exact name", example = "{ NEXT_PUBLIC_API_URL: public-url }")
                    @Keys(value = VARIABLE, says = VARIABLE_SAYS)
                    @Matching(value = "[a-z][a-z0-9]*(-[a-z0-9]+)*", says = "an endpoint key such as url or host")
                    Map<String, String> variables) {

        public LinkSettings asLink() {
            return new LinkSettings(to, Optional.empty(), as, variables);
        }
    }

    @Short("stage")
    public record Branch(
            @Setting(value = "Amplify stage of the branch; staging is BETA", example = "production") Stage stage,
            @Setting(
                            value =
                                    "Preview of each pull request into it; Amplify offers none for server-side rendering from "
                                            + "public repositories",
                            example = "true",
                            cost = "$0.01 a build minute of each")
                    boolean previews,
            @Setting(value = "Build at every push", example = "false", cost = "$0.01 a build minute at each push")
                    boolean autoBuild,
            @Setting(value = "Subdomain of the app's domain; production has the domain itself", example = "staging")
                    @Matching(value = "[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?", says = "one DNS label")
                    Optional<String> prefix,
            @Setting(value = "Environment variables of this branch only", example = "{ LEVEL: debug }")
                    @Keys(value = VARIABLE, says = VARIABLE_SAYS)
                    Map<String, String> environment) {

        public boolean isProduction() {
            return stage == Stage.PRODUCTION;
        }
    }

    public enum Stage {
        PRODUCTION,
        BETA,
        DEVELOPMENT,
        EXPERIMENTAL
    }

    public record Rewrite(
            @Setting(value = "Path pattern of the requests", example = "/old/<*>") String source,
            @Setting(value = "Target", example = "/new/<*>") String target,
            @Setting(value = "Status code; 200 is a rewrite", example = "301")
                    @Matching(value = "200|301|302|404|404-200", says = "one of 200, 301, 302, 404 and 404-200")
                    String status) {}

    @Override
    public void check(Problems problems) {
        for (int i = 0; i < autoBranches.size(); i++) {
            var pattern = autoBranches.get(i);
            problems.at("autoBranches")
                    .at(i)
                    .unless(
                            pattern.contains("*") && !pattern.matches("\\*+"),
                            "%s hosts %s; write a pattern such as feature/*, and single branches under branches",
                            Found.quoted(pattern),
                            pattern.contains("*") ? "every branch" : "one branch");
        }
        problems.at("branches").unless(!branches.isEmpty(), "has no branches; add one, such as main: production");
        problems.at("branches")
                .unless(
                        branches.values().stream().filter(Branch::isProduction).count() <= 1,
                        "only one branch can have stage production; choose another stage for the others, such as "
                                + "development");
        headers.flatMap(SecurityHeaders::cors)
                .ifPresent(cors -> cors.checkIsForOne(problems.at("headers").at("cors"), "Amplify"));
        var prefixes = new HashMap<String, String>();
        branches.forEach((name, branch) -> branch.prefix().ifPresent(prefix -> {
            var at = problems.at("branches").at(name).at("prefix");
            at.unless(domain.isPresent(), "needs a domain; set one");
            at.unless(!branch.isProduction(), "production uses the domain itself; remove it");
            var other = prefixes.putIfAbsent(prefix, name);
            at.unless(other == null, "%s already has it", other);
        }));
    }
}
