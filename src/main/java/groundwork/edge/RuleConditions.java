package groundwork.edge;

import com.pulumi.aws.lb.inputs.ListenerRuleConditionArgs;
import com.pulumi.aws.lb.inputs.ListenerRuleConditionHostHeaderArgs;
import com.pulumi.aws.lb.inputs.ListenerRuleConditionHttpHeaderArgs;
import com.pulumi.aws.lb.inputs.ListenerRuleConditionPathPatternArgs;
import com.pulumi.core.Output;
import groundwork.plan.edge.CdnFront;
import groundwork.plan.edge.Route;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a request must show before one of the listener's rules takes it. */
public record RuleConditions(Optional<CdnFront> front, Optional<OriginSecret> pass) {

    List<ListenerRuleConditionArgs> of(Route route) {
        var conditions = new ArrayList<>(withoutPass(route));
        if (front.filter(cdn -> cdn.covers(route)).isPresent()) {
            pass.map(RuleConditions::shows).ifPresent(conditions::add);
        }
        return conditions;
    }

    static List<ListenerRuleConditionArgs> withoutPass(Route route) {
        var conditions = new ArrayList<ListenerRuleConditionArgs>();
        route.host()
                .map(host -> ListenerRuleConditionHostHeaderArgs.builder().values(host))
                .ifPresent(hosts -> conditions.add(ListenerRuleConditionArgs.builder()
                        .hostHeader(hosts.build())
                        .build()));
        conditions.add(ListenerRuleConditionArgs.builder()
                .pathPattern(ListenerRuleConditionPathPatternArgs.builder()
                        .values(route.path())
                        .build())
                .build());
        return conditions;
    }

    /** The request comes from the CDN. */
    public static ListenerRuleConditionArgs shows(OriginSecret pass) {
        return header(pass.header(), pass.value().applyValue(List::of));
    }

    public static ListenerRuleConditionArgs header(String name, Output<List<String>> values) {
        return ListenerRuleConditionArgs.builder()
                .httpHeader(ListenerRuleConditionHttpHeaderArgs.builder()
                        .httpHeaderName(name)
                        .values(values)
                        .build())
                .build();
    }
}
