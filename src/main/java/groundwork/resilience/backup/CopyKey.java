package groundwork.resilience.backup;

import com.pulumi.aws.kms.Alias;
import com.pulumi.aws.kms.AliasArgs;
import com.pulumi.aws.kms.Key;
import com.pulumi.aws.kms.KeyArgs;
import groundwork.base.Component;

/** A key for copies, where the stack's own key is not at hand. */
public final class CopyKey {
    private CopyKey() {}

    public static Key create(String purpose, Component owner) {
        var stack = owner.stack();
        var key = new Key(
                owner.child("key"),
                KeyArgs.builder()
                        .description(purpose + " of " + stack.names().prefix())
                        .enableKeyRotation(true)
                        .deletionWindowInDays(stack.isProduction() ? 30 : 7)
                        .build(),
                owner.options().protect(stack.protects()).build());
        new Alias(
                owner.child("alias"),
                AliasArgs.builder()
                        .name("alias/" + stack.names().prefix() + "-" + owner.name())
                        .targetKeyId(key.keyId())
                        .build(),
                owner.inside());
        return key;
    }
}
