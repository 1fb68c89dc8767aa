package groundwork.settings.entry;

import com.google.gson.JsonObject;
import groundwork.settings.StackSettings;
import groundwork.settings.problems.Problems;
import groundwork.settings.rules.CareRules;
import groundwork.settings.rules.DatabaseRules;
import groundwork.settings.rules.DoubtRules;
import groundwork.settings.rules.Draft;
import groundwork.settings.rules.IdleRules;
import groundwork.settings.rules.NameRules;
import groundwork.settings.rules.PlainSecretRules;
import groundwork.settings.rules.ProtectRules;
import groundwork.settings.rules.RenameRules;
import groundwork.settings.rules.SiblingRules;
import groundwork.settings.rules.apprunner.AppRunnerRouteRules;
import groundwork.settings.rules.apprunner.AppRunnerRules;
import groundwork.settings.rules.compute.AppRules;
import groundwork.settings.rules.compute.ContainerRules;
import groundwork.settings.rules.compute.DeployRules;
import groundwork.settings.rules.compute.HealthRules;
import groundwork.settings.rules.compute.MonitoringRules;
import groundwork.settings.rules.compute.MountRules;
import groundwork.settings.rules.compute.PlatformRules;
import groundwork.settings.rules.compute.RouteRules;
import groundwork.settings.rules.compute.SizeRules;
import groundwork.settings.rules.compute.SleepRules;
import groundwork.settings.rules.compute.TaskRules;
import groundwork.settings.rules.links.CircleRules;
import groundwork.settings.rules.links.LinkRules;
import groundwork.settings.rules.links.ReferenceRules;
import groundwork.settings.rules.links.VariableRules;
import groundwork.settings.rules.network.EntranceRules;
import groundwork.settings.rules.network.HttpApiRules;
import groundwork.settings.rules.network.NetworkRules;
import groundwork.settings.rules.network.PrivateNetworkRules;
import groundwork.settings.source.Configuration;

/** What has to hold between one part of a stack file and another. */
public final class StackRules {
    private StackRules() {}

    /** {@code written} is the stack file as it was, so that a link to something broken is not told of twice. */
    public static void check(
            StackSettings settings,
            Configuration configuration,
            String region,
            JsonObject written,
            Problems problems,
            Problems warnings) {
        var draft = Draft.of(settings, configuration, region, written, problems, warnings);
        new NameRules(draft).check();
        new SiblingRules(draft).check();
        new RenameRules(draft).check();
        new ProtectRules(draft).check();
        new NetworkRules(draft).check();
        new PrivateNetworkRules(draft).check();
        new LinkRules(draft).check();
        new CircleRules(draft).check();
        new VariableRules(draft).check();
        new ReferenceRules(draft).check();
        new RouteRules(draft).check();
        new DatabaseRules(draft).check();
        new EntranceRules(draft).check();
        new HttpApiRules(draft).check();
        new CareRules(draft).check();
        new MonitoringRules(draft).check();
        new PlainSecretRules(draft).check();
        new IdleRules(draft).check();
        new DoubtRules(draft).check();
        new SleepRules(draft).check();
        settings.services().forEach((name, service) -> new MountRules(draft, name, service).check());
        settings.apps().forEach((name, app) -> new AppRules(draft, name, app).check());
        settings.services().forEach((name, service) -> new DeployRules(draft, name, service).check());
        settings.services().forEach((name, service) -> new SizeRules(draft, name, service).check());
        settings.services().forEach((name, service) -> new TaskRules(draft, name, service).check());
        settings.services().forEach((name, service) -> new HealthRules(draft, name, service).check());
        settings.services().forEach((name, service) -> new PlatformRules(draft, name, service).check());
        settings.services().forEach((name, service) -> new AppRunnerRules(draft, name, service).check());
        settings.services().forEach((name, service) -> new AppRunnerRouteRules(draft, name, service).check());
        settings.services().forEach((name, service) -> new ContainerRules(draft, name, service).check());
    }
}
