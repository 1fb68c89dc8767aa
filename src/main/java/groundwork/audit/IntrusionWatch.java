package groundwork.audit;

import com.pulumi.aws.cloudwatch.EventRule;
import com.pulumi.aws.cloudwatch.EventRuleArgs;
import com.pulumi.aws.cloudwatch.EventTarget;
import com.pulumi.aws.cloudwatch.EventTargetArgs;
import com.pulumi.aws.cloudwatch.inputs.EventTargetInputTransformerArgs;
import com.pulumi.aws.guardduty.Detector;
import com.pulumi.aws.guardduty.DetectorArgs;
import com.pulumi.core.Output;
import groundwork.base.Component;
import groundwork.base.StackContext;
import groundwork.plan.names.NameRule;
import java.util.Map;
import java.util.Optional;

/** GuardDuty; what it finds of medium severity or worse is told to people. */
public final class IntrusionWatch extends Component {
    private static final String FINDINGS =
            """
            {"source":["aws.guardduty"],"detail-type":["GuardDuty Finding"],"detail":{"severity":[{"numeric":[">=",4]}]}}""";
    private static final String MESSAGE = "\"GuardDuty, severity <severity> in <region>: <title>\"";

    private final Detector detector;

    /** {@code alerts} is the topic that alarms go to; its policy lets {@code events.amazonaws.com} publish. */
    public IntrusionWatch(String name, Optional<Output<String>> alerts, StackContext stack) {
        super("audit:IntrusionWatch", name, stack);
        detector = createDetector();
        alerts.ifPresent(topic -> tell(topic, createRule()));
        outputs(Map.of("id", detector.id()));
    }

    private Detector createDetector() {
        return new Detector(
                child("detector"),
                DetectorArgs.builder()
                        .enable(true)
                        .findingPublishingFrequency("FIFTEEN_MINUTES")
                        .build(),
                inside());
    }

    private EventRule createRule() {
        return new EventRule(
                child("findings"),
                EventRuleArgs.builder()
                        .name(stack().names().of(NameRule.EVENT_RULE, name()))
                        .description("What GuardDuty finds of medium severity or worse")
                        .eventPattern(FINDINGS)
                        .build(),
                inside());
    }

    private void tell(Output<String> topic, EventRule rule) {
        new EventTarget(
                child("alert"),
                EventTargetArgs.builder()
                        .rule(rule.name())
                        .arn(topic)
                        .inputTransformer(EventTargetInputTransformerArgs.builder()
                                .inputPaths(Map.of(
                                        "severity", "$.detail.severity",
                                        "region", "$.region",
                                        "title", "$.detail.title"))
                                .inputTemplate(MESSAGE)
                                .build())
                        .build(),
                inside());
    }
}
