package groundwork.edge.firewall;

import com.pulumi.aws.cloudwatch.LogGroup;
import com.pulumi.aws.cloudwatch.LogGroupArgs;
import com.pulumi.aws.cloudwatch.QueryDefinition;
import com.pulumi.aws.cloudwatch.QueryDefinitionArgs;
import com.pulumi.aws.wafv2.WebAclLoggingConfiguration;
import com.pulumi.aws.wafv2.WebAclLoggingConfigurationArgs;
import com.pulumi.aws.wafv2.inputs.WebAclLoggingConfigurationLoggingFilterArgs;
import com.pulumi.aws.wafv2.inputs.WebAclLoggingConfigurationLoggingFilterFilterArgs;
import com.pulumi.aws.wafv2.inputs.WebAclLoggingConfigurationLoggingFilterFilterConditionActionConditionArgs;
import com.pulumi.aws.wafv2.inputs.WebAclLoggingConfigurationLoggingFilterFilterConditionArgs;
import com.pulumi.aws.wafv2.inputs.WebAclLoggingConfigurationRedactedFieldArgs;
import com.pulumi.aws.wafv2.inputs.WebAclLoggingConfigurationRedactedFieldSingleHeaderArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.CustomResourceOptions;
import groundwork.aws.GlobalRegion;
import groundwork.aws.LogRetention;
import groundwork.base.Component;
import groundwork.edge.OriginSecret;
import groundwork.edge.firewall.WebAcl.Scope;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What a firewall blocked or counted, without what visitors sign in with. */
final class WebAclLog extends Component {
    /** AWS takes no log group whose name begins otherwise. */
    private static final String PREFIX = "aws-waf-logs-";

    private static final List<String> SECRET_HEADERS = List.of("authorization", "cookie", OriginSecret.HEADER);

    private static final String WHO_WAS_CAUGHT =
            """
            stats count(*) as requests by action, terminatingRuleId, httpRequest.clientIp, httpRequest.country, httpRequest.uri
            | sort requests desc
            | limit 100
            """;

    private final boolean isGlobal;

    WebAclLog(String suffix, Output<String> aclArn, Scope scope, boolean savesQuery, Component acl) {
        super("edge:WebAclLog", suffix, acl);
        isGlobal = scope == Scope.CLOUDFRONT;
        var group = createGroup(acl.name());
        configure(aclArn, group);
        if (savesQuery) {
            createQuery(acl.name(), group);
        }
        outputs(Map.of("group", group.name()));
    }

    private LogGroup createGroup(String acl) {
        var arguments = LogGroupArgs.builder()
                .name(PREFIX + stack().names().prefix() + "-" + acl)
                .retentionInDays(LogRetention.days(stack().logRetention()));
        keyOfItsRegion().ifPresent(arguments::kmsKeyId);
        return new LogGroup(child("group"), arguments.build(), inItsRegion());
    }

    private void createQuery(String acl, LogGroup group) {
        new QueryDefinition(
                child("query"),
                QueryDefinitionArgs.builder()
                        .name(stack().names().metrics() + "/" + acl)
                        .logGroupNames(group.name().applyValue(List::of))
                        .queryString(WHO_WAS_CAUGHT.strip())
                        .build(),
                inItsRegion());
    }

    private void configure(Output<String> aclArn, LogGroup group) {
        new WebAclLoggingConfiguration(
                child("delivery"),
                WebAclLoggingConfigurationArgs.builder()
                        .resourceArn(aclArn)
                        .logDestinationConfigs(group.arn().applyValue(List::of))
                        .loggingFilter(onlyWhatRulesCaught())
                        .redactedFields(
                                SECRET_HEADERS.stream().map(WebAclLog::redacted).toList())
                        .build(),
                inItsRegion());
    }

    private static WebAclLoggingConfigurationLoggingFilterArgs onlyWhatRulesCaught() {
        var caught = Stream.of("BLOCK", "COUNT", "EXCLUDED_AS_COUNT")
                .map(action -> WebAclLoggingConfigurationLoggingFilterFilterConditionArgs.builder()
                        .actionCondition(
                                WebAclLoggingConfigurationLoggingFilterFilterConditionActionConditionArgs.builder()
                                        .action(action)
                                        .build())
                        .build())
                .toList();
        return WebAclLoggingConfigurationLoggingFilterArgs.builder()
                .defaultBehavior("DROP")
                .filters(WebAclLoggingConfigurationLoggingFilterFilterArgs.builder()
                        .behavior("KEEP")
                        .requirement("MEETS_ANY")
                        .conditions(caught)
                        .build())
                .build();
    }

    private static WebAclLoggingConfigurationRedactedFieldArgs redacted(String header) {
        return WebAclLoggingConfigurationRedactedFieldArgs.builder()
                .singleHeader(WebAclLoggingConfigurationRedactedFieldSingleHeaderArgs.builder()
                        .name(header)
                        .build())
                .build();
    }

    /** The stack's own key can't leave its region. */
    private Optional<Output<String>> keyOfItsRegion() {
        boolean isAway = isGlobal && !stack().region().equals(GlobalRegion.NAME);
        return isAway ? Optional.empty() : stack().keyArn();
    }

    private CustomResourceOptions inItsRegion() {
        return isGlobal ? insideGlobalRegion() : inside();
    }
}
