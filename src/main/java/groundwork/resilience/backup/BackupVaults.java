package groundwork.resilience.backup;

import com.pulumi.aws.backup.Vault;
import com.pulumi.aws.backup.VaultArgs;
import com.pulumi.core.Output;
import groundwork.base.Component;
import groundwork.plan.names.NameRule;

/** Vaults that keep their copies in production and are emptied with the stack elsewhere. */
final class BackupVaults {
    private BackupVaults() {}

    /** A key of null means the one that AWS manages. */
    static Vault create(String suffix, Output<String> key, Component owner) {
        var stack = owner.stack();
        return new Vault(
                owner.child(suffix),
                VaultArgs.builder()
                        .name(stack.names().of(NameRule.BACKUP))
                        .kmsKeyArn(key)
                        .forceDestroy(!stack.isProduction())
                        .build(),
                owner.options().protect(stack.isProduction()).build());
    }

    static Vault createIn(OtherRegion region) {
        return create("vault", region.keyArn(), region);
    }
}
