package groundwork.policy;

import com.pulumi.core.internal.Constants;
import groundwork.offline.recording.PlainResource;
import groundwork.offline.recording.Recording;
import groundwork.settings.StackSettings;
import groundwork.settings.policy.ExceptionSettings;
import groundwork.settings.policy.PolicySettings;
import groundwork.values.Secret;
import groundwork.values.Unknown;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What the pack is told: the kind of environment, what the stack file asks of the rules, and every resource. */
final class HandedOver {
    private HandedOver() {}

    static Map<String, Object> of(Recording recording, StackSettings settings) {
        return Map.of(
                "environment", settings.environment().name().toLowerCase(Locale.ROOT),
                "policy", policy(settings.policy()),
                "resources", resources(recording));
    }

    private static List<Map<String, Object>> resources(Recording recording) {
        return recording.resources().stream()
                .map(resource -> PlainResource.of(resource, HandedOver::plain))
                .toList();
    }

    /** As the engine hands values to a policy pack: secrets open, unknown values by their sign. */
    private static Object plain(Object special) {
        return special instanceof Secret secret
                ? secret.value()
                : special instanceof Unknown ? Constants.UnknownValue : special.toString();
    }

    private static Map<String, Object> policy(PolicySettings policy) {
        return Map.of(
                "rules",
                policy.rules(),
                "exceptions",
                policy.exceptions().stream().map(HandedOver::exception).toList());
    }

    private static Map<String, String> exception(ExceptionSettings exception) {
        return Map.of(
                "rule", exception.rule().name(),
                "resource", exception.resource(),
                "reason", exception.reason(),
                "until", exception.until().toString());
    }
}
