package groundwork.base;

import com.pulumi.core.Output;
import com.pulumi.core.annotations.Export;
import com.pulumi.core.annotations.Import;
import com.pulumi.core.annotations.ResourceType;
import com.pulumi.resources.CustomResource;
import com.pulumi.resources.CustomResourceOptions;
import com.pulumi.resources.ResourceArgs;

/** A password made once and kept, encrypted, in the state; a binding of our own to the random provider's resource. */
@ResourceType(type = RandomPassword.TYPE)
public final class RandomPassword extends CustomResource {
    static final String TYPE = "random:index/randomPassword:RandomPassword";
    private static final String PROVIDER_VERSION = "4.18.0";

    @Export(
            name = "result",
            refs = {String.class},
            tree = "[0]")
    private Output<String> result;

    /** Letters and digits only, so that it needs no escaping in any URL. */
    public RandomPassword(String name, int length, CustomResourceOptions.Builder options) {
        super(
                TYPE,
                name,
                new Arguments(length),
                options.version(PROVIDER_VERSION)
                        .additionalSecretOutputs("result", "bcryptHash")
                        .build());
    }

    public Output<String> result() {
        return result.asSecret();
    }

    private static final class Arguments extends ResourceArgs {
        @Import(name = "length", required = true)
        private final Output<Integer> length;

        @Import(name = "special")
        private final Output<Boolean> special;

        private Arguments(int length) {
            this.length = Output.of(length);
            this.special = Output.of(false);
        }
    }
}
