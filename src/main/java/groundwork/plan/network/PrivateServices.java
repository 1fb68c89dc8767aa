package groundwork.plan.network;

import groundwork.aws.ServiceEndpoints;
import groundwork.settings.EncryptionSettings;
import groundwork.settings.StackSettings;
import groundwork.settings.links.LinkSettings;
import groundwork.settings.service.ServiceSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** The AWS services that need a way into the VPC, where tasks have no other way to them. */
public final class PrivateServices {
    private static final List<String> TO_START =
            List.of("ecr.api", "ecr.dkr", "logs", "secretsmanager", "ssm", "ssmmessages");

    private PrivateServices() {}

    public static List<String> of(StackSettings settings) {
        var services = new ArrayList<>(TO_START);
        if (any(settings, service -> linksToOneOf(settings.queues(), service))) {
            services.add("sqs");
        }
        if (any(settings, service -> linksToOneOf(settings.topics(), service))) {
            services.add("sns");
        }
        if (any(settings, service -> !service.metrics().isEmpty() || service.readsMetrics())) {
            services.add("monitoring");
        }
        if (any(settings, ServiceSettings::exec) && settings.encryption().key() == EncryptionSettings.Key.OWN) {
            services.add("kms");
        }
        settings.services().values().stream()
                .flatMap(service -> service.permissions().stream())
                .flatMap(permission -> ServiceEndpoints.of(permission.service()).stream())
                .sorted()
                .filter(service -> !services.contains(service))
                .forEach(services::add);
        return services;
    }

    /** Their way is a gateway, which every network has. */
    public static boolean includeTables(StackSettings settings) {
        return any(settings, service -> linksToOneOf(settings.tables(), service));
    }

    private static boolean any(StackSettings settings, Predicate<ServiceSettings> uses) {
        return settings.services().values().stream().anyMatch(uses);
    }

    private static boolean linksToOneOf(Map<String, ?> targets, ServiceSettings service) {
        return service.links().stream().map(LinkSettings::to).anyMatch(targets::containsKey);
    }
}
