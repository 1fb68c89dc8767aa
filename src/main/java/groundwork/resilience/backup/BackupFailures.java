package groundwork.resilience.backup;

import com.pulumi.aws.cloudwatch.EventRule;
import com.pulumi.aws.cloudwatch.EventRuleArgs;
import com.pulumi.aws.cloudwatch.EventTarget;
import com.pulumi.aws.cloudwatch.EventTargetArgs;
import com.pulumi.aws.cloudwatch.inputs.EventTargetInputTransformerArgs;
import com.pulumi.core.Output;
import groundwork.base.Component;
import groundwork.plan.names.NameRule;
import java.util.List;
import java.util.Map;

/** Tells people of backups, copies and restore tests of the stack that failed. */
final class BackupFailures extends Component {
    // Jobs report a state, restores a status; the role tells this stack's jobs from others in the account.
    private static final String PATTERN =
            """
            {
              "source": ["aws.backup"],
              "detail-type": ["Backup Job State Change", "Copy Job State Change", "Restore Job State Change"],
              "detail": {
                "iamRoleArn": ["%s"],
                "$or": [
                  {"state": ["FAILED", "EXPIRED", "ABORTED"]},
                  {"status": ["FAILED", "ABORTED"]}
                ]
              }
            }
            """;

    private static final String MESSAGE =
            "\"AWS Backup in <region>: <event> of <resource> ended without success. <reason>\"";

    /** {@code alerts} is the topic that alarms go to; its policy lets {@code events.amazonaws.com} publish. */
    BackupFailures(String suffix, List<Output<String>> roles, Output<String> alerts, Component backups) {
        super("resilience:BackupFailures", suffix, backups);
        var rule = createRule(Output.all(roles));
        new EventTarget(
                child("alert"),
                EventTargetArgs.builder()
                        .rule(rule.name())
                        .arn(alerts)
                        .inputTransformer(EventTargetInputTransformerArgs.builder()
                                .inputPaths(Map.of(
                                        "region", "$.region",
                                        "event", "$.detail-type",
                                        "resource", "$.detail.resourceArn",
                                        "reason", "$.detail.statusMessage"))
                                .inputTemplate(MESSAGE)
                                .build())
                        .build(),
                inside());
        outputs(Map.of("rule", rule.arn()));
    }

    private EventRule createRule(Output<List<String>> roles) {
        return new EventRule(
                child("rule"),
                EventRuleArgs.builder()
                        .name(stack().names().of(NameRule.EVENT_RULE, "backup-failures"))
                        .description("Backups, copies and restore tests that failed")
                        .eventPattern(roles.applyValue(arns -> PATTERN.formatted(String.join("\", \"", arns))))
                        .build(),
                inside());
    }
}
