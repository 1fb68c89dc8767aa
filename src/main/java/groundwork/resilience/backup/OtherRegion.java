package groundwork.resilience.backup;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import com.pulumi.aws.kms.Key;
import com.pulumi.core.Output;
import groundwork.base.Component;
import groundwork.base.StackContext;
import java.util.Map;
import java.util.TreeMap;

/** A region that copies are kept in, with a key there, since no key leaves its own region. */
public final class OtherRegion extends Component {
    private final Key key;

    private OtherRegion(String region, StackContext stack) {
        super("resilience:OtherRegion", region, stack, stack.providers().in(region));
        key = CopyKey.create("Copies of the data", this);
        outputs(Map.of("key", keyArn()));
    }

    /** Every region that the settings speak of, by its name. */
    public static Map<String, OtherRegion> all(StackContext stack) {
        return stack.providers().otherRegions().stream()
                .collect(
                        toMap(identity(), region -> new OtherRegion(region, stack), (one, other) -> one, TreeMap::new));
    }

    Output<String> keyArn() {
        return key.arn();
    }
}
