package groundwork.simulated.rules.network;

import static groundwork.aws.ResourceTypes.LB_LISTENER;
import static groundwork.aws.ResourceTypes.LB_LISTENER_RULE;

import groundwork.aws.ListenerLimits;
import groundwork.simulated.Existing;
import groundwork.simulated.World;
import groundwork.simulated.rules.Refusals;
import groundwork.simulated.rules.Rule;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What listeners and their rules may say. */
public final class ListenerRules {
    private static final Set<String> ENCRYPTED = Set.of("HTTPS", "TLS");
    private static final Map<String, String> CHARACTERS = Map.of(
            "pathPattern", "[\\w.$/~\"'@:+&;*?-]*",
            "hostHeader", "[\\w.*?-]*");
    private static final List<String> CONDITIONS = List.of(
            "pathPattern.values",
            "hostHeader.values",
            "httpHeader.values",
            "httpRequestMethod.values",
            "sourceIp.values",
            "queryStrings");

    public static final List<Rule> ALL = List.of(
            Rule.of("listener-certificate", ListenerRules::certificate, LB_LISTENER),
            Rule.among("listener-port-once", ListenerRules::portOnce, LB_LISTENER),
            Rule.of(
                    "listener-action",
                    (listener, refusals) -> actions(listener, "defaultActions", refusals),
                    LB_LISTENER),
            Rule.of("rule-action", (rule, refusals) -> actions(rule, "actions", refusals), LB_LISTENER_RULE),
            Rule.among("rule-priority-once", ListenerRules::priorityOnce, LB_LISTENER_RULE),
            Rule.of("rule-condition-values", ListenerRules::conditionValues, LB_LISTENER_RULE),
            Rule.of("rule-wildcards", ListenerRules::wildcards, LB_LISTENER_RULE),
            Rule.of("rule-pattern-characters", ListenerRules::patternCharacters, LB_LISTENER_RULE));

    private ListenerRules() {}

    private static void certificate(Existing listener, Refusals refusals) {
        boolean encrypted =
                listener.text("protocol").filter(ENCRYPTED::contains).isPresent();
        refusals.unless(
                encrypted == listener.has("certificateArn"),
                "certificateArn",
                encrypted ? "is required for an encrypted listener" : "only goes with HTTPS or TLS");
        refusals.unless(encrypted || !listener.has("sslPolicy"), "sslPolicy", "only goes with HTTPS or TLS");
    }

    private static void portOnce(Existing listener, World world, Refusals refusals) {
        listener.text("loadBalancerArn")
                .ifPresent(balancer -> world.sharing(LB_LISTENER, "loadBalancerArn", balancer).stream()
                        .filter(other -> other.urn().compareTo(listener.urn()) < 0
                                && other.number("port").equals(listener.number("port")))
                        .forEach(other -> refusals.add("port", "%s already listens there", other.name())));
    }

    private static void priorityOnce(Existing rule, World world, Refusals refusals) {
        if (rule.number("priority").isEmpty()) {
            return;
        }
        rule.text("listenerArn").ifPresent(listener -> world.sharing(LB_LISTENER_RULE, "listenerArn", listener).stream()
                .filter(other -> other.urn().compareTo(rule.urn()) < 0
                        && other.number("priority").equals(rule.number("priority")))
                .forEach(other -> refusals.add(
                        "priority",
                        "%d is already the priority of %s; priorities of a listener are unique",
                        rule.number("priority").orElseThrow(),
                        other.name())));
    }

    private static void conditionValues(Existing rule, Refusals refusals) {
        int values = 0;
        for (int condition = 0; condition < rule.list("conditions").size(); condition++) {
            for (String kind : CONDITIONS) {
                values += rule.list("conditions[%d].%s".formatted(condition, kind))
                        .size();
            }
        }
        refusals.unless(
                values <= ListenerLimits.VALUES_OF_A_RULE,
                "conditions",
                "have %d values; a rule takes %d in all: split it into several",
                values,
                ListenerLimits.VALUES_OF_A_RULE);
    }

    private static void wildcards(Existing rule, Refusals refusals) {
        long wildcards = ListenerLimits.wildcards(Stream.of("pathPattern", "hostHeader")
                .flatMap(kind -> rule.paths("conditions[*].%s.values[*]".formatted(kind)))
                .flatMap(path -> rule.text(path).stream()));
        refusals.unless(
                wildcards <= ListenerLimits.WILDCARDS_OF_A_RULE,
                "conditions",
                "have %d wildcards; a rule takes %d in all",
                wildcards,
                ListenerLimits.WILDCARDS_OF_A_RULE);
    }

    private static void patternCharacters(Existing rule, Refusals refusals) {
        CHARACTERS.forEach((kind, allowed) -> rule.paths("conditions[*].%s.values[*]".formatted(kind))
                .forEach(path -> rule.text(path)
                        .ifPresent(pattern -> refusals.unless(
                                pattern.matches(allowed),
                                path,
                                "\"%s\" has characters that AWS does not take in a %s",
                                pattern,
                                kind))));
    }

    private static void actions(Existing resource, String property, Refusals refusals) {
        IntStream.range(0, resource.list(property).size())
                .mapToObj(index -> property + "[" + index + "]")
                .forEach(action -> action(resource, action, refusals));
    }

    private static void action(Existing resource, String action, Refusals refusals) {
        switch (resource.text(action + ".type").orElse("")) {
            case "forward" ->
                refusals.unless(
                        resource.has(action + ".targetGroupArn") || resource.has(action + ".forward"),
                        action,
                        "forwards to no target group");
            case "redirect" ->
                refusals.unless(
                        resource.text(action + ".redirect.statusCode")
                                .filter(Set.of("HTTP_301", "HTTP_302")::contains)
                                .isPresent(),
                        action + ".redirect.statusCode",
                        "must be HTTP_301 or HTTP_302");
            case "fixed-response" ->
                refusals.unless(
                        resource.has(action + ".fixedResponse.contentType"),
                        action + ".fixedResponse.contentType",
                        "is required");
            default -> {}
        }
    }
}
