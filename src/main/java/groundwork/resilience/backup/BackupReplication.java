package groundwork.resilience.backup;

import com.pulumi.aws.rds.InstanceAutomatedBackupsReplication;
import com.pulumi.aws.rds.InstanceAutomatedBackupsReplicationArgs;
import com.pulumi.core.Output;
import groundwork.base.Component;
import java.time.Duration;
import java.util.Map;

/** A database's snapshots and transaction logs in another region, a few minutes behind. */
public final class BackupReplication extends Component {
    /** {@code database} is the ARN of an instance; clusters can't. */
    public BackupReplication(String database, Output<String> arn, Duration kept, OtherRegion region) {
        super("resilience:BackupReplication", database, "-backups", region);
        var replication = new InstanceAutomatedBackupsReplication(
                child("replication"),
                InstanceAutomatedBackupsReplicationArgs.builder()
                        .sourceDbInstanceArn(arn)
                        .kmsKeyId(region.keyArn())
                        .retentionPeriod((int) kept.toDays())
                        .build(),
                inside());
        outputs(Map.of("id", replication.id()));
    }
}
