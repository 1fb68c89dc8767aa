package groundwork.edge;

import com.pulumi.aws.cloudfront.Function;
import com.pulumi.aws.cloudfront.FunctionArgs;
import com.pulumi.aws.cloudfront.inputs.DistributionDefaultCacheBehaviorFunctionAssociationArgs;
import groundwork.base.Component;
import groundwork.plan.NameRule;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Finds the file behind an address without an ending, at the edge. */
final class CleanUrls extends Component {
    static final String CODE = "/groundwork/edge/clean-urls.js";

    private final Function function;

    CleanUrls(String suffix, Component cdn) {
        super("edge:CleanUrls", suffix, cdn);
        function = new Function(
                child("function"),
                FunctionArgs.builder()
                        .name(site().names().of(NameRule.FUNCTION, name()))
                        .runtime("cloudfront-js-2.0")
                        .code(code())
                        .publish(true)
                        .build(),
                inside());
        outputs(Map.of("arn", function.arn()));
    }

    DistributionDefaultCacheBehaviorFunctionAssociationArgs association() {
        return DistributionDefaultCacheBehaviorFunctionAssociationArgs.builder()
                .eventType("viewer-request")
                .functionArn(function.arn())
                .build();
    }

    private static String code() {
        try (InputStream code = CleanUrls.class.getResourceAsStream(CODE)) {
            return new String(code.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
