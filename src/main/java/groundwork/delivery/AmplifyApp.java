package groundwork.delivery;

import com.pulumi.aws.amplify.App;
import com.pulumi.aws.amplify.AppArgs;
import com.pulumi.aws.amplify.Branch;
import com.pulumi.aws.amplify.BranchArgs;
import com.pulumi.aws.amplify.DomainAssociation;
import com.pulumi.aws.amplify.DomainAssociationArgs;
import com.pulumi.aws.amplify.inputs.AppAutoBranchCreationConfigArgs;
import com.pulumi.aws.amplify.inputs.AppCustomRuleArgs;
import com.pulumi.aws.amplify.inputs.DomainAssociationSubDomainArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.CustomResourceOptions;
import groundwork.base.Component;
import groundwork.base.Role;
import groundwork.base.StackContext;
import groundwork.links.Catalog;
import groundwork.links.Connection;
import groundwork.links.Linked;
import groundwork.links.LinkedEnvironment;
import groundwork.links.Variables;
import groundwork.observe.LogGroups;
import groundwork.permissions.Statement;
import groundwork.plan.names.NameRule;
import groundwork.plan.names.Suffix;
import groundwork.settings.compute.AppSettings;
import groundwork.settings.compute.AppSettings.Platform;
import groundwork.settings.compute.AppSettings.Rewrite;
import groundwork.settings.compute.AppSettings.Stage;
import groundwork.settings.links.Offer;
import groundwork.watch.WatchRules;
import groundwork.watch.Watchable;
import groundwork.watch.Watched;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** A front on Amplify Hosting: the app, its branches and its domain. */
final class AmplifyApp extends Component implements Watchable {
    private static final String SERVICE = "amplify.amazonaws.com";

    private final AppSettings settings;
    private final App app;
    private final SortedMap<String, Branch> branches = new TreeMap<>();

    AmplifyApp(String name, AppSettings settings, Catalog catalog, StackContext stack) {
        super("delivery:AmplifyApp", name, stack);
        this.settings = settings;
        var role = settings.platform() == Platform.WEB_COMPUTE
                ? Optional.of(new Role("service", SERVICE, List.of(), this))
                : Optional.<Role>empty();
        app = createApp(role, variables(catalog));
        role.ifPresent(this::letItLog);
        settings.branches().keySet().forEach(branch -> branches.put(branch, createBranch(branch)));
        settings.domain().ifPresent(this::createDomain);
        outputs(Map.of("id", app.id(), "arn", app.arn()));
    }

    Map<String, Output<String>> endpoint() {
        return Map.of("url", url(), "id", app.id());
    }

    @Override
    public List<Watched> watched(WatchRules rules) {
        return List.of(AppWatch.of(name(), app.id(), rules).plan());
    }

    Output<String> arn() {
        return app.arn();
    }

    /** That of the production branch, or of the only one there is. */
    private Output<String> url() {
        var branch = settings.branches().entrySet().stream()
                .filter(entry -> entry.getValue().isProduction())
                .map(Map.Entry::getKey)
                .findFirst();
        return branch.flatMap(name -> settings.domain())
                .map(domain -> Output.of("https://" + domain))
                .orElseGet(() -> Output.format(
                        "https://%s.%s", branch.orElseGet(branches::firstKey).replace('/', '-'), app.defaultDomain()));
    }

    private Output<Map<String, String>> variables(Catalog catalog) {
        var links = settings.links().stream()
                .map(link -> new Linked(link.asLink(), offered(link.to(), catalog)))
                .toList();
        var variables = new TreeMap<>(LinkedEnvironment.of(links).variables());
        settings.environment().forEach((key, value) -> variables.put(key, Output.of(value)));
        return Variables.together(variables);
    }

    /** Of what lives in the VPC an app can use the public address alone. */
    private static Connection offered(String name, Catalog catalog) {
        var target = catalog.target(name);
        return Optional.ofNullable(target.endpoint().get("url"))
                .map(url -> Connection.of(Map.of(Offer.URL, url, Offer.PUBLIC_URL, url)))
                .orElseGet(() -> target.connect(Optional.empty()));
    }

    private App createApp(Optional<Role> role, Output<Map<String, String>> variables) {
        var arguments = AppArgs.builder()
                .name(stack().names().of(NameRule.AMPLIFY_APP, name()))
                .platform(settings.platform().name())
                .enableBranchAutoDeletion(true)
                .environmentVariables(variables)
                .customRules(
                        settings.rewrites().stream().map(AmplifyApp::rewrite).toList());
        settings.buildSpec().ifPresent(arguments::buildSpec);
        settings.headers().map(AmplifyHeaders::yaml).ifPresent(arguments::customHeaders);
        role.ifPresent(logging -> arguments.iamServiceRoleArn(logging.arn()));
        if (!settings.autoBranches().isEmpty()) {
            arguments
                    .enableAutoBranchCreation(true)
                    .autoBranchCreationPatterns(settings.autoBranches())
                    .autoBranchCreationConfig(autoBranch());
        }
        var token = settings.source().token();
        token.ifPresent(secret ->
                arguments.repository(settings.source().repository()).accessToken(Output.ofSecret(secret.value())));
        return new App(child("app"), arguments.build(), token.isPresent() ? inside() : connectedByHand());
    }

    private AppAutoBranchCreationConfigArgs autoBranch() {
        var config = AppAutoBranchCreationConfigArgs.builder()
                .stage(Stage.DEVELOPMENT.name())
                .enableAutoBuild(true)
                .enablePullRequestPreview(false);
        settings.framework().ifPresent(config::framework);
        return config.build();
    }

    private CustomResourceOptions connectedByHand() {
        return options().ignoreChanges("repository").build();
    }

    private static AppCustomRuleArgs rewrite(Rewrite rewrite) {
        return AppCustomRuleArgs.builder()
                .source(rewrite.source())
                .target(rewrite.target())
                .status(rewrite.status())
                .build();
    }

    /** The group is ours, so that it is encrypted and does not grow for ever. */
    private void letItLog(Role role) {
        var group =
                LogGroups.create("logs", app.id().applyValue(id -> "/aws/amplify/" + id), stack().logRetention(), this);
        role.permit(
                "logging",
                List.of(
                        Statement.allow("logs:CreateLogStream", "logs:PutLogEvents")
                                .on(group.arn().applyValue(arn -> arn + ":*")),
                        Statement.allow("logs:DescribeLogGroups").on("*", "log groups are listed, not looked up")));
    }

    private Branch createBranch(String name) {
        var branch = settings.branches().get(name);
        var arguments = BranchArgs.builder()
                .appId(app.id())
                .branchName(name)
                .stage(branch.stage().name())
                .enableAutoBuild(branch.autoBuild())
                .enablePullRequestPreview(branch.previews())
                .environmentVariables(new TreeMap<>(branch.environment()));
        settings.framework().ifPresent(arguments::framework);
        return new Branch(child(Suffix.of(name, "/")), arguments.build(), inside());
    }

    /** Amplify itself writes the records into a zone of the same account. */
    private void createDomain(String domain) {
        var subDomains = new ArrayList<DomainAssociationSubDomainArgs>();
        new TreeMap<>(settings.branches()).forEach((name, branch) -> {
            if (branch.isProduction() || branch.prefix().isPresent()) {
                subDomains.add(DomainAssociationSubDomainArgs.builder()
                        .branchName(branches.get(name).branchName())
                        .prefix(branch.prefix().orElse(""))
                        .build());
            }
        });
        new DomainAssociation(
                child("domain"),
                DomainAssociationArgs.builder()
                        .appId(app.id())
                        .domainName(domain)
                        .enableAutoSubDomain(false)
                        .subDomains(subDomains)
                        .waitForVerification(false)
                        .build(),
                inside());
    }
}
