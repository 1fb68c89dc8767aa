package groundwork.base;

import static java.util.Objects.requireNonNull;

import com.pulumi.aws.AwsFunctions;
import com.pulumi.aws.Provider;
import com.pulumi.aws.ProviderArgs;
import com.pulumi.aws.inputs.GetCallerIdentityArgs;
import com.pulumi.aws.inputs.ProviderAssumeRoleArgs;
import com.pulumi.aws.inputs.ProviderDefaultTagsArgs;
import com.pulumi.aws.outputs.GetCallerIdentityResult;
import com.pulumi.core.Output;
import com.pulumi.deployment.InvokeOptions;
import groundwork.aws.GlobalRegion;
import groundwork.plan.ProviderPlan;
import groundwork.plan.StackPlan;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** AWS as this stack reaches it: its own region, us-east-1 for what is global, and the regions that copies go to. */
public final class Providers {
    private final Provider home;
    private final Provider global;
    private final Map<String, Provider> elsewhere = new TreeMap<>();
    private final Output<String> account;

    Providers(StackPlan stack) {
        var plan = stack.providers();
        home = new Provider("aws", arguments(stack.region(), plan));
        global = stack.region().equals(GlobalRegion.NAME)
                ? home
                : new Provider("aws-global", arguments(GlobalRegion.NAME, plan));
        for (var other : plan.otherRegions()) {
            var provider =
                    other.equals(GlobalRegion.NAME) ? global : new Provider("aws-" + other, arguments(other, plan));
            elsewhere.put(other, provider);
        }
        account = AwsFunctions.getCallerIdentity(
                        GetCallerIdentityArgs.builder().build(),
                        InvokeOptions.builder().provider(home).build())
                .applyValue(GetCallerIdentityResult::accountId);
    }

    public Provider home() {
        return home;
    }

    public Provider global() {
        return global;
    }

    /** The regions besides its own that the stack keeps copies in. */
    public Set<String> otherRegions() {
        return elsewhere.keySet();
    }

    /** One of {@link #otherRegions}. */
    public Provider in(String region) {
        return requireNonNull(elsewhere.get(region), "no copies go to " + region);
    }

    public Output<String> account() {
        return account;
    }

    private static ProviderArgs arguments(String region, ProviderPlan plan) {
        var provider = plan.settings();
        var arguments = ProviderArgs.builder()
                .region(region)
                .maxRetries(provider.retries())
                .retryMode("standard")
                .defaultTags(ProviderDefaultTagsArgs.builder().tags(plan.tags()).build());
        if (!provider.accounts().isEmpty()) {
            arguments.allowedAccountIds(provider.accounts());
        }
        provider.assumeRole()
                .ifPresent(role -> arguments.assumeRole(ProviderAssumeRoleArgs.builder()
                        .roleArn(role)
                        .sessionName("groundwork")
                        .build()));
        return arguments.build();
    }
}
