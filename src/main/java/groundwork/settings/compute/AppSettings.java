package groundwork.settings.compute;

import groundwork.settings.edge.CdnSettings.SecurityHeaders;
import groundwork.settings.links.LinkSettings;
import groundwork.settings.marks.Checked;
import groundwork.settings.marks.Keys;
import groundwork.settings.marks.Matching;
import groundwork.settings.marks.Setting;
import groundwork.settings.marks.Short;
import groundwork.settings.problems.Problems;
import groundwork.settings.reader.Found;
import groundwork.settings.units.Sensitive;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A front that Amplify Hosting builds from its repository at every push, and serves. */
public record AppSettings(
        @Setting("Where it is built from") Source source,
        @Setting(
                        value = "Whether pages are made on a server at each request (web-compute) or are files (web)",
                        example = "web",
                        cost = "$0.01 a build minute, $0.15 a GB served; web-compute $0.20 an hour of requests too")
                Platform platform,
        @Setting(value = "The framework, as Amplify calls it", example = "Next.js - SSR") Optional<String> framework,
        @Setting(
                        value = "The build specification; the repository's amplify.yml unless given",
                        example = "\"version: 1\\nfrontend: …\"")
                Optional<String> buildSpec,
        @Setting(
                        value = "Plain variables that the build and the server see; none that a link gives",
                        example = "{ NODE_ENV: production }")
                @Keys(value = "[A-Za-z_][A-Za-z0-9_]*", says = "a variable's name of letters, digits and _")
                Map<String, String> environment,
        @Setting("What it calls: services with routes, and externals") List<Call> links,
        @Setting("Which branches are hosted, by their names")
                @Keys(value = "[\\w./-]{1,255}", says = "a branch's name of letters, digits and any of _./-")
                Map<String, Branch> branches,
        @Setting(
                        value =
                                "Patterns of further branches that are hosted as they are pushed, until they are deleted",
                        example = "[feature/*]",
                        cost = "$0.01 a build minute of each")
                @Matching(value = "[\\w./*-]{1,255}", says = "a branch's name, with * for any characters")
                List<String> autoBranches,
        @Setting("Rewrites and redirects, the first that fits counts") List<Rewrite> rewrites,
        @Setting("Headers that every answer carries") Optional<SecurityHeaders> headers,
        @Setting(
                        value = "The host name of the production branch, in a Route 53 zone of the account",
                        example = "shop.example.com",
                        replaces = "the association of the domain")
                @Matching(
                        value = "(?=.{1,200}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z]{2,63}",
                        says = "a lower-case host name")
                Optional<String> domain)
        implements Checked {

    public enum Platform {
        WEB_COMPUTE,
        WEB
    }

    @Short("repository")
    public record Source(
            @Setting(value = "The repository's address", example = "https://github.com/example/shop")
                    @Matching(
                            value = "https://[^/\\s@]+/[^\\s@]+",
                            says = "an address without a user or token, such as https://github.com/example/shop")
                    String repository,
            @Setting(
                            value =
                                    "A token that lets Amplify connect; without one the repository is connected in the console",
                            example = "{ secure: … }")
                    Optional<Sensitive> token) {}

    @Short("to")
    public record Call(
            @Setting(value = "The name of what is called", example = "api") String to,
            @Setting(value = "The beginning of its variables, in place of its name", example = "ORDERS")
                    @Matching(value = "[A-Z][A-Z0-9_]{0,39}", says = "capitals, digits and _, a letter first")
                    Optional<String> as,
            @Setting(
                            value = "Exact names for what it offers, besides the usual ones",
                            example = "{ NEXT_PUBLIC_API_URL: public-url }")
                    @Keys(value = "[A-Za-z_][A-Za-z0-9_]*", says = "a variable's name of letters, digits and _")
                    @Matching(value = "[a-z][a-z0-9]*(-[a-z0-9]+)*", says = "what is offered, such as url or host")
                    Map<String, String> variables) {

        public LinkSettings asLink() {
            return new LinkSettings(to, Optional.empty(), as, variables);
        }
    }

    @Short("stage")
    public record Branch(
            @Setting(value = "What it is for; staging is beta", example = "production") Stage stage,
            @Setting(
                            value =
                                    "A preview for each pull request into it; of public repositories Amplify makes none where it renders pages",
                            example = "true",
                            cost = "$0.01 a build minute of each")
                    boolean previews,
            @Setting(value = "Build at every push", example = "false", cost = "$0.01 a build minute at each push")
                    boolean autoBuild,
            @Setting(
                            value = "What stands before the app's domain; production has the domain itself",
                            example = "staging")
                    @Matching(value = "[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?", says = "one part of a host name")
                    Optional<String> prefix,
            @Setting(value = "Variables of this branch alone", example = "{ LEVEL: debug }")
                    @Keys(value = "[A-Za-z_][A-Za-z0-9_]*", says = "a variable's name of letters, digits and _")
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
            @Setting(value = "Which requests", example = "/old/<*>") String source,
            @Setting(value = "Where they go", example = "/new/<*>") String target,
            @Setting(value = "How they go there; 200 rewrites", example = "301")
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
        problems.at("branches").unless(!branches.isEmpty(), "hosts nothing; name a branch, such as main: production");
        problems.at("branches")
                .unless(
                        branches.values().stream().filter(Branch::isProduction).count() <= 1,
                        "only one branch can be the production one; give the others another stage, such as development");
        headers.flatMap(SecurityHeaders::cors)
                .ifPresent(cors -> cors.checkIsForOne(problems.at("headers").at("cors"), "Amplify"));
        var prefixes = new HashMap<String, String>();
        branches.forEach((name, branch) -> branch.prefix().ifPresent(prefix -> {
            var at = problems.at("branches").at(name).at("prefix");
            at.unless(domain.isPresent(), "there is no domain for it to stand before; give one");
            at.unless(!branch.isProduction(), "production has the domain itself; remove it");
            var other = prefixes.putIfAbsent(prefix, name);
            at.unless(other == null, "%s has it already", other);
        }));
    }
}
