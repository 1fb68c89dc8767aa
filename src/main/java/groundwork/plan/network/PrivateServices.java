package groundwork.plan.network;

import groundwork.aws.ServiceEndpoints;
import groundwork.settings.EncryptionSettings;
import groundwork.settings.LinkKind;
import groundwork.settings.StackSettings;
import groundwork.settings.links.LinkSettings;
import groundwork.settings.service.PermissionSettings;
import groundwork.settings.service.ServiceSettings;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The AWS services that need a way into the VPC, where tasks have no other way to them. */
public final class PrivateServices {
    private static final List<String> TO_START =
            List.of("ecr.api", "ecr.dkr", "logs", "secretsmanager", "ssm", "ssmmessages");

    private PrivateServices() {}

    /** By the names of their interface endpoints. */
    public static List<String> interfaces(StackSettings settings) {
        var services = new LinkedHashSet<>(TO_START);
        services.addAll(endpoints(linked(settings)));
        if (any(settings, service -> !service.metrics().isEmpty() || service.readsMetrics())) {
            services.add("monitoring");
        }
        if (any(settings, ServiceSettings::exec) && settings.encryption().key() == EncryptionSettings.Key.OWN) {
            services.add("kms");
        }
        services.addAll(
                new TreeSet<>(endpoints(settings.services().values().stream().flatMap(PrivateServices::permitted))));
        return List.copyOf(services);
    }

    /** Those with a gateway endpoint that one service uses; image layers come from S3. */
    public static SortedSet<String> gateways(ServiceSettings service, StackSettings settings) {
        var used = new TreeSet<String>();
        used.add("s3");
        Stream.concat(linked(service, settings), permitted(service))
                .filter(ServiceEndpoints.GATEWAYS::contains)
                .forEach(used::add);
        return used;
    }

    /** In the order of the kinds. */
    private static Stream<String> linked(StackSettings settings) {
        var targets = new TreeSet<String>();
        settings.services().values().forEach(service -> service.links().stream()
                .map(LinkSettings::to)
                .forEach(targets::add));
        return LinkKind.all().stream()
                .flatMap(kind -> kind.entries(settings).entrySet().stream())
                .filter(target -> targets.contains(target.getKey()))
                .flatMap(target -> target.getValue().reach().awsService().stream());
    }

    private static Stream<String> linked(ServiceSettings service, StackSettings settings) {
        return service.links().stream()
                .flatMap(link -> LinkKind.target(link.to(), settings).stream())
                .flatMap(target -> target.reach().awsService().stream());
    }

    private static Stream<String> permitted(ServiceSettings service) {
        return service.permissions().stream().map(PermissionSettings::service);
    }

    private static List<String> endpoints(Stream<String> services) {
        return services.flatMap(service -> ServiceEndpoints.of(service).stream())
                .toList();
    }

    private static boolean any(StackSettings settings, Predicate<ServiceSettings> uses) {
        return settings.services().values().stream().anyMatch(uses);
    }
}
