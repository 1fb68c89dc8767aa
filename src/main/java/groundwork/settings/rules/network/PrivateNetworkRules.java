package groundwork.settings.rules.network;

import groundwork.aws.ServiceEndpoints;
import groundwork.settings.NetworkSettings;
import groundwork.settings.NetworkSettings.Builder;
import groundwork.settings.NetworkSettings.Nat;
import groundwork.settings.compute.ContainerSettings;
import groundwork.settings.compute.ImageName;
import groundwork.settings.problems.Found;
import groundwork.settings.rules.Draft;
import groundwork.settings.secrets.ExternalSettings;
import groundwork.settings.service.ServiceSettings;
import java.util.Map;
import java.util.Set;

/** Behind private endpoints, tasks need nothing from where they can't get to. */
public final class PrivateNetworkRules {
    private static final Set<String> OF_MONITORING = Set.of("prometheus", "grafana");
    private static final String ALONE = "with network.privateEndpoints, tasks can pull only from ECR in their region";

    private final Draft draft;
    private final NetworkSettings network;

    public PrivateNetworkRules(Draft draft) {
        this.draft = draft;
        this.network = draft.settings().network();
    }

    public void check() {
        if (!network.privateEndpoints() || !draft.isSound("network")) {
            return;
        }
        if (network.builder() == Builder.AWSX) {
            tasksHaveSomeWayOut();
            return;
        }
        var services = draft.settings().servicesInNetwork();
        if (services.isEmpty()) {
            return;
        }
        imagesOfOursCanBePulled();
        services.forEach((name, service) -> {
            if (draft.isSound("services", name) && !isOfMonitoring(name)) {
                imagesCanBePulled(name, service);
                permissionsCanBeUsed(name, service);
            }
            if (draft.isSound("services", name) && draft.isSound("externals") && network.nat() == Nat.NONE) {
                externalsCanBeReached(name, service);
            }
        });
    }

    private void tasksHaveSomeWayOut() {
        draft.at("network", "privateEndpoints")
                .unless(
                        network.nat() != Nat.NONE,
                        "awsx creates none, so tasks could not reach AWS; set network.builder: groundwork, or "
                                + "network.nat");
    }

    private void imagesOfOursCanBePulled() {
        draft.at("observability", "tracing")
                .unless(
                        !draft.settings().observability().tracing(),
                        "the X-Ray daemon comes from public.ecr.aws, but %s; set it to false",
                        ALONE);
        draft.at("monitoring")
                .unless(
                        draft.settings().monitoring().isEmpty(),
                        "Prometheus and Grafana come from quay.io and docker.io, but %s; remove it",
                        ALONE);
    }

    private boolean isOfMonitoring(String service) {
        return draft.settings().monitoring().isPresent() && OF_MONITORING.contains(service);
    }

    private void imagesCanBePulled(String name, ServiceSettings service) {
        service.image()
                .map(ImageName::parse)
                .filter(image -> !image.isOwn() || image.isPushed())
                .ifPresentOrElse(image -> canBePulled(image, "services", name, "image"), () -> draft.at(
                                "services", name, "image")
                        .add(
                                "without a tag a placeholder runs, which comes from public.ecr.aws, but %s; push the"
                                        + " image and name its tag, then turn privateEndpoints on",
                                ALONE));
        containersCanBePulled(name, "sidecars", service.sidecars());
        containersCanBePulled(name, "init", service.before());
        draft.at("services", name, "files")
                .unless(
                        service.files().isEmpty(),
                        "are written by a container from public.ecr.aws, but %s; put them into the image",
                        ALONE);
    }

    private void permissionsCanBeUsed(String name, ServiceSettings service) {
        for (int i = 0; i < service.permissions().size(); i++) {
            var permission = service.permissions().get(i);
            draft.at("services", name, "permissions")
                    .at(i)
                    .unless(
                            ServiceEndpoints.areKnown(permission.service()),
                            "no endpoint is known here for %s, and with network.privateEndpoints there is no other way to"
                                    + " it; set network.privateEndpoints to false",
                            Found.quoted(permission.service()));
        }
    }

    private void containersCanBePulled(String name, String group, Map<String, ContainerSettings> containers) {
        containers.forEach((key, container) ->
                canBePulled(ImageName.parse(container.image()), "services", name, group, key, "image"));
    }

    private void canBePulled(ImageName image, String... path) {
        image.registry()
                .filter(registry -> !registry.matches("\\d{12}\\.dkr\\.ecr\\." + draft.region() + "\\.amazonaws\\.com"))
                .ifPresent(registry -> draft.at(path)
                        .add(
                                "%s can't be reached: %s; push the image to a repository of this stack",
                                Found.quoted(registry), ALONE));
    }

    private void externalsCanBeReached(String name, ServiceSettings service) {
        for (int i = 0; i < service.links().size(); i++) {
            var to = service.links().get(i).to();
            var external = draft.settings().externals().get(to);
            draft.at("services", name, "links")
                    .at(i)
                    .unless(
                            external == null || isInside(external),
                            "%s is not known to be in the VPC, and without network.nat nothing else can be reached; "
                                    + "set externals.%s.addresses in the VPC, or network.nat",
                            Found.quoted(to),
                            to);
        }
    }

    private boolean isInside(ExternalSettings external) {
        return !external.addresses().isEmpty() && external.addresses().stream().allMatch(network.cidr()::contains);
    }
}
