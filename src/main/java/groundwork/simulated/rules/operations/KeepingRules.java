package groundwork.simulated.rules.operations;

import static groundwork.aws.ResourceTypes.BACKUP_PLAN;
import static groundwork.aws.ResourceTypes.BUDGETS_BUDGET;
import static groundwork.aws.ResourceTypes.CLOUDWATCH_LOG_GROUP;
import static groundwork.aws.ResourceTypes.ECR_LIFECYCLE_POLICY;
import static groundwork.aws.ResourceTypes.SECRETSMANAGER_SECRET;
import static groundwork.aws.ResourceTypes.SECRETSMANAGER_SECRET_VERSION;
import static groundwork.aws.ResourceTypes.SSM_PARAMETER;

import groundwork.aws.LogRetention;
import groundwork.simulated.Existing;
import groundwork.simulated.rules.Expressions;
import groundwork.simulated.rules.Json;
import groundwork.simulated.rules.Refusals;
import groundwork.simulated.rules.Rule;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** What the services take that keep logs, parameters, secrets, images, backups and budgets. */
public final class KeepingRules {

    public static final List<Rule> ALL = List.of(
            Rule.of("log-retention", KeepingRules::logRetention, CLOUDWATCH_LOG_GROUP),
            Rule.of("parameter-depth", KeepingRules::parameterDepth, SSM_PARAMETER),
            Rule.of("parameter-size", KeepingRules::parameterSize, SSM_PARAMETER),
            Rule.of("parameter-nesting", KeepingRules::parameterNesting, SSM_PARAMETER),
            Rule.of("secret-recovery", KeepingRules::secretRecovery, SECRETSMANAGER_SECRET),
            Rule.of("secret-size", KeepingRules::secretSize, SECRETSMANAGER_SECRET_VERSION),
            Rule.of("image-lifecycle", KeepingRules::imageLifecycle, ECR_LIFECYCLE_POLICY),
            Rule.of("budget-terms", KeepingRules::budget, BUDGETS_BUDGET),
            Rule.of("backup-schedule", KeepingRules::backup, BACKUP_PLAN));

    private KeepingRules() {}

    private static void logRetention(Existing group, Refusals refusals) {
        group.number("retentionInDays")
                .ifPresent(days -> refusals.unless(
                        days == 0 || LogRetention.isAllowed(days),
                        "retentionInDays",
                        "is %d; AWS takes %s",
                        days,
                        LogRetention.says()));
    }

    private static void parameterDepth(Existing parameter, Refusals refusals) {
        parameter.text("name").ifPresent(name -> {
            refusals.unless(
                    !name.contains("/") || name.startsWith("/"),
                    "name",
                    "\"%s\" is hierarchical, so it must start with /",
                    name);
            long levels = name.chars().filter(character -> character == '/').count();
            refusals.unless(levels <= 15, "name", "\"%s\" has %d levels; AWS takes 15", name, levels);
        });
    }

    private static void parameterSize(Existing parameter, Refusals refusals) {
        boolean advanced = parameter.text("tier").filter("Advanced"::equals).isPresent();
        int most = advanced ? 8192 : 4096;
        for (String property : List.of("value", "insecureValue")) {
            parameter.text(property).ifPresent(value -> {
                int bytes = value.getBytes(StandardCharsets.UTF_8).length;
                refusals.unless(bytes >= 1, property, "is empty; a parameter has a value");
                refusals.unless(bytes <= most, property, "has %d bytes; AWS takes %d", bytes, most);
            });
        }
    }

    /** Two braces would ask for the value of another parameter. */
    private static void parameterNesting(Existing parameter, Refusals refusals) {
        for (String property : List.of("value", "insecureValue")) {
            parameter
                    .text(property)
                    .ifPresent(value -> refusals.unless(
                            !value.contains("{{"), property, "contains {{; a parameter can't refer to another"));
        }
    }

    private static void secretRecovery(Existing secret, Refusals refusals) {
        secret.number("recoveryWindowInDays")
                .ifPresent(days -> refusals.unless(
                        days == 0 || days >= 7 && days <= 30,
                        "recoveryWindowInDays",
                        "is %d; AWS takes 0 or 7 to 30",
                        days));
    }

    private static void secretSize(Existing version, Refusals refusals) {
        version.text("secretString").ifPresent(value -> {
            int bytes = value.getBytes(StandardCharsets.UTF_8).length;
            refusals.unless(bytes >= 1 && bytes <= 65_536, "secretString", "has %d bytes; AWS takes 1 to 65536", bytes);
        });
    }

    private static void imageLifecycle(Existing lifecycle, Refusals refusals) {
        lifecycle.text("policy").ifPresent(text -> {
            var rules = Json.parse(text)
                    .filter(element -> element.isJsonObject())
                    .map(element -> Json.objects(element.getAsJsonObject(), "rules"))
                    .orElse(List.of());
            refusals.unless(!rules.isEmpty(), "policy", "is not a JSON object with rules");
            long priorities = rules.stream()
                    .flatMap(rule -> Json.number(rule, "rulePriority").stream())
                    .distinct()
                    .count();
            refusals.unless(priorities == rules.size(), "policy", "needs a different rulePriority for each rule");
        });
    }

    private static void budget(Existing budget, Refusals refusals) {
        refusals.matches("limitAmount", "\\d{1,15}(?:\\.\\d+)?", "\"%s\" is not an amount of money");
    }

    private static void backup(Existing plan, Refusals refusals) {
        for (int index = 0; index < plan.list("rules").size(); index++) {
            String rule = "rules[" + index + "]";
            Expressions.judge(plan, rule + ".schedule", refusals);
            var cold = plan.number(rule + ".lifecycle.coldStorageAfter");
            var deleted = plan.number(rule + ".lifecycle.deleteAfter");
            String path = rule + ".lifecycle.deleteAfter";
            cold.ifPresent(after -> deleted.ifPresent(until -> refusals.unless(
                    until >= after + 90,
                    path,
                    "is %d; recovery points stay in cold storage for at least 90 days",
                    until)));
        }
    }
}
