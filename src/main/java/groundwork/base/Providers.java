package groundwork.base;

import com.pulumi.aws.Provider;
import com.pulumi.aws.ProviderArgs;
import com.pulumi.aws.inputs.ProviderAssumeRoleArgs;
import com.pulumi.aws.inputs.ProviderDefaultTagsArgs;
import groundwork.plan.Names;
import groundwork.settings.StackSettings;
import java.util.TreeMap;

/** AWS as this stack reaches it: its own region, and us-east-1 for what CloudFront wants there. */
public final class Providers {
    public static final String GLOBAL_REGION = "us-east-1";

    private final Provider home;
    private final Provider global;

    Providers(Names names, String region, StackSettings settings) {
        home = new Provider("aws", arguments(names, region, settings));
        global = region.equals(GLOBAL_REGION)
                ? home
                : new Provider("aws-global", arguments(names, GLOBAL_REGION, settings));
    }

    public Provider home() {
        return home;
    }

    public Provider global() {
        return global;
    }

    private static ProviderArgs arguments(Names names, String region, StackSettings settings) {
        var provider = settings.provider();
        var tags = new TreeMap<>(provider.tags());
        tags.put("system", names.system());
        tags.put("environment", names.stack());
        tags.put("owner", settings.owner());
        var arguments = ProviderArgs.builder()
                .region(region)
                .maxRetries(provider.retries())
                .retryMode("standard")
                .defaultTags(ProviderDefaultTagsArgs.builder().tags(tags).build());
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
