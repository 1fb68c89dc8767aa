package groundwork.settings.rules.apprunner;

import static groundwork.aws.ResourceTypes.APPRUNNER_AUTO_SCALING_CONFIGURATION_VERSION;

import groundwork.aws.NumberRange;
import groundwork.settings.NetworkSettings.Discovery;
import groundwork.settings.compute.ImageName;
import groundwork.settings.links.LinkSettings;
import groundwork.settings.problems.Found;
import groundwork.settings.rules.Draft;
import groundwork.settings.secrets.ExternalSettings;
import groundwork.settings.secrets.SecretSettings;
import groundwork.settings.service.Platform;
import groundwork.settings.service.ServiceSettings;
import groundwork.settings.service.ServiceSettings.Architecture;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** What App Runner can't do, said before it is tried. */
public record AppRunnerRules(Draft draft, String name, ServiceSettings service) {
    private static final long MOST_INSTANCES = NumberRange.of(APPRUNNER_AUTO_SCALING_CONFIGURATION_VERSION, "maxSize")
            .highest();
    private static final String PUBLIC_REGISTRY = "public.ecr.aws";

    public void check() {
        if (service.platform() != Platform.APP_RUNNER) {
            return;
        }
        isForOldCustomers();
        isBuiltForIt();
        instancesCanBeHad();
        callsNobodyWhoCallsIt();
        reachesTheInternet();
        findsThoseItCalls();
        waitsForNobody();
    }

    private void waitsForNobody() {
        for (int i = 0; i < service.links().size(); i++) {
            var to = service.links().get(i).to();
            var secret = Optional.ofNullable(draft.settings().externals().get(to))
                    .flatMap(ExternalSettings::secret)
                    .orElse(to);
            draft.at("services", name, "links")
                    .at(i)
                    .unless(
                            !isFilledByHand(secret),
                            "App Runner can't create a service before secrets.%s has a value; give it one, encrypted",
                            secret);
        }
    }

    private boolean isFilledByHand(String secret) {
        return draft.isSound("secrets", secret)
                && Optional.ofNullable(draft.settings().secrets().get(secret))
                        .filter(SecretSettings::isFilledByHand)
                        .isPresent();
    }

    private void isForOldCustomers() {
        draft.warnAt("services", name, "platform")
                .add("App Runner accepts no new customers since 30 April 2026 and never scales to zero; "
                        + "consider fargate");
    }

    private void isBuiltForIt() {
        draft.at("services", name, "arch")
                .unless(service.arch() == Architecture.X86_64, "App Runner supports only x86-64; build for that");
        service.image().map(ImageName::parse).flatMap(ImageName::registry).ifPresent(registry -> draft.at(
                        "services", name, "image")
                .unless(
                        registry.equals(PUBLIC_REGISTRY),
                        "App Runner can't pull from %s; push the image to a repository of this stack",
                        Found.quoted(registry)));
    }

    private void instancesCanBeHad() {
        var at = draft.at("services", name, "tasks");
        at.at("min").unless(service.tasks().min() >= 1, "App Runner keeps at least one instance; set 1");
        at.at("max")
                .unless(
                        service.tasks().most() <= MOST_INSTANCES,
                        "%d: App Runner allows at most %d instances per service",
                        service.tasks().most(),
                        MOST_INSTANCES);
    }

    /** Its address is known only once it runs, so it has to run before those who link to it. */
    private void callsNobodyWhoCallsIt() {
        draft.at("services", name, "links")
                .unless(
                        !calls(name, new HashSet<>()),
                        "links form a cycle with %s, whose address is known only after it is deployed; remove one "
                                + "of them",
                        Found.quoted(name));
    }

    private boolean calls(String from, Set<String> seen) {
        var services = draft.settings().services();
        return services.get(from).links().stream()
                .map(LinkSettings::to)
                .filter(services::containsKey)
                .filter(seen::add)
                .anyMatch(to -> to.equals(name) || calls(to, seen));
    }

    private void reachesTheInternet() {
        draft.warnAt("services", name, "links")
                .unless(
                        !draft.settings().network().tasksArePublic()
                                || !draft.settings().reachesIntoNetwork(service),
                        "route all outbound traffic through the VPC, which has no NAT gateway; set network.nat if "
                                + "it calls hosts on the internet");
    }

    /** Names of Service Connect are known only to its own proxies. */
    private void findsThoseItCalls() {
        boolean callsTasks = service.links().stream()
                .map(LinkSettings::to)
                .anyMatch(draft.settings().servicesInNetwork()::containsKey);
        draft.at("services", name, "links")
                .unless(
                        !callsTasks || draft.settings().network().discovery() == Discovery.DNS,
                        "App Runner can't resolve Service Connect names; set network.discovery: dns");
    }
}
