package groundwork.edge.cdn;

import com.pulumi.aws.cloudfront.Function;
import com.pulumi.aws.cloudfront.FunctionArgs;
import com.pulumi.aws.cloudfront.inputs.DistributionDefaultCacheBehaviorFunctionAssociationArgs;
import groundwork.base.Component;
import groundwork.files.TextResource;
import groundwork.plan.names.NameRule;
import java.util.Map;

/** Finds the file behind an address without an ending, at the edge. */
final class AddressRewrite extends Component {
    private final Function function;

    private AddressRewrite(String suffix, Component cdn) {
        super("edge:AddressRewrite", suffix, cdn);
        function = new Function(
                child("function"),
                FunctionArgs.builder()
                        .name(stack().names().of(NameRule.FUNCTION, name()))
                        .runtime("cloudfront-js-2.0")
                        .code(TextResource.read("edge/" + suffix + ".js"))
                        .publish(true)
                        .build(),
                inside());
        outputs(Map.of("arn", function.arn()));
    }

    /** The page of its own that each address has. */
    static AddressRewrite toPages(Component cdn) {
        return new AddressRewrite("clean-urls", cdn);
    }

    /** The one page that shows every address. */
    static AddressRewrite toOnePage(Component cdn) {
        return new AddressRewrite("single-page", cdn);
    }

    DistributionDefaultCacheBehaviorFunctionAssociationArgs association() {
        return DistributionDefaultCacheBehaviorFunctionAssociationArgs.builder()
                .eventType("viewer-request")
                .functionArn(function.arn())
                .build();
    }
}
