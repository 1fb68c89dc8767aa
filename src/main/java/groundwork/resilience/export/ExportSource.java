package groundwork.resilience.export;

import static java.util.Objects.requireNonNull;

import com.pulumi.core.Output;

/** The database whose snapshots are exported, as an instance and as a cluster are told apart in calls to RDS. */
public record ExportSource(Kind kind, Output<String> identifier, Output<String> arn) {
    public enum Kind {
        INSTANCE("DbInstanceIdentifier", "DbSnapshots", "DbSnapshotArn", "rds:DescribeDBSnapshots", "snapshot"),
        CLUSTER(
                "DbClusterIdentifier",
                "DbClusterSnapshots",
                "DbClusterSnapshotArn",
                "rds:DescribeDBClusterSnapshots",
                "cluster-snapshot");

        private final String parameter;
        private final String snapshots;
        private final String snapshotArn;
        private final String action;
        private final String resource;

        Kind(String parameter, String snapshots, String snapshotArn, String action, String resource) {
            this.parameter = parameter;
            this.snapshots = snapshots;
            this.snapshotArn = snapshotArn;
            this.action = action;
            this.resource = resource;
        }

        String parameter() {
            return parameter;
        }

        String snapshots() {
            return snapshots;
        }

        String snapshotArn() {
            return snapshotArn;
        }

        /** What a role is allowed, to find them. */
        String action() {
            return action;
        }

        /** The same call, as a state machine names it. */
        String call() {
            return action.replace("rds:D", "rds:d");
        }
    }

    public ExportSource {
        requireNonNull(kind, "kind is null");
        requireNonNull(identifier, "identifier is null");
        requireNonNull(arn, "arn is null");
    }

    /** The ARNs of the snapshots that RDS takes by itself of any database. */
    Output<String> snapshotArns() {
        return arn.applyValue(text -> snapshots(text, "*"));
    }

    /** The same, of this database alone. */
    Output<String> ownSnapshotArns() {
        return Output.tuple(arn, identifier).applyValue(known -> snapshots(known.t1, known.t2 + "-*"));
    }

    private String snapshots(String database, String pattern) {
        var parts = database.split(":", 6);
        return "arn:%s:rds:%s:%s:%s:rds:%s".formatted(parts[1], parts[3], parts[4], kind.resource, pattern);
    }
}
