package groundwork.resilience.backup;

import com.pulumi.aws.backup.Vault;
import com.pulumi.aws.backup.VaultArgs;
import com.pulumi.core.Output;
import groundwork.base.Component;
import groundwork.plan.names.NameRule;
import java.util.Optional;

/** Vaults that keep their copies in production and are emptied with the stack elsewhere. */
final class BackupVaults {
    private BackupVaults() {}

    static Vault create(String suffix, Optional<Output<String>> key, Component owner) {
        var stack = owner.stack();
        var arguments =
                VaultArgs.builder().name(stack.names().of(NameRule.BACKUP)).forceDestroy(!stack.protects());
        key.ifPresent(arguments::kmsKeyArn);
        return new Vault(
                owner.child(suffix),
                arguments.build(),
                owner.options().protect(stack.protects()).build());
    }

    static Vault createIn(OtherRegion region) {
        return create("vault", Optional.of(region.keyArn()), region);
    }
}
