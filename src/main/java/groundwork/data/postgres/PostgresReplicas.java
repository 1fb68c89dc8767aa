package groundwork.data.postgres;

import com.pulumi.aws.rds.Instance;
import com.pulumi.aws.rds.InstanceArgs;
import com.pulumi.aws.rds.ParameterGroup;
import com.pulumi.core.Output;
import groundwork.base.Component;
import groundwork.network.Network;
import groundwork.plan.names.NameRule;
import groundwork.settings.data.DatabaseNames;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Copies of an RDS instance that answer reads, each in the next zone. */
final class PostgresReplicas extends Component {
    private final Postgres database;
    private final List<Instance> instances;
    private final Output<String> host;

    PostgresReplicas(Instance primary, ParameterGroup parameters, Network network, Postgres database) {
        super("data:PostgresReplicas", "replicas", database);
        this.database = database;
        instances = IntStream.rangeClosed(1, database.settings.readers())
                .mapToObj(number -> createReplica(number, primary, parameters))
                .toList();
        host = database.settings.hasSharedReadName()
                ? new SharedName(database.name(), addresses(), network, this).host()
                : instances.get(0).address();
        outputs(Map.of("host", host));
    }

    List<Instance> instances() {
        return instances;
    }

    /** The one replica's address, or a name that leads to each of them in turn. */
    Output<String> host() {
        return host;
    }

    private List<Output<String>> addresses() {
        return instances.stream().map(Instance::address).toList();
    }

    /** What is not said here, the key among it, is as with the primary. */
    private Instance createReplica(int number, Instance primary, ParameterGroup parameters) {
        var settings = database.settings;
        var identifier = stack().names().of(NameRule.DATABASE, DatabaseNames.replica(database.name(), number));
        var arguments = InstanceArgs.builder()
                .identifier(identifier)
                .replicateSourceDb(primary.identifier())
                .autoMinorVersionUpgrade(true)
                .instanceClass(settings.instanceClass())
                .availabilityZone(zone(number))
                .parameterGroupName(parameters.name())
                .vpcSecurityGroupIds(database.access.securityGroups())
                .publiclyAccessible(false)
                .caCertIdentifier(Postgres.AUTHORITY)
                .storageType("gp3")
                .storageEncrypted(true)
                .backupRetentionPeriod(0)
                .copyTagsToSnapshot(true)
                .maintenanceWindow(database.hours.maintenance().aws())
                .applyImmediately(!stack().isProduction())
                .enabledCloudwatchLogsExports(PostgresLogs.KINDS)
                .skipFinalSnapshot(true)
                .performanceInsightsEnabled(settings.insights());
        if (settings.canGrowDisk()) {
            arguments.maxAllocatedStorage(settings.storageLimit());
        }
        if (settings.insights()) {
            arguments.performanceInsightsRetentionPeriod(Postgres.DAYS_OF_INSIGHTS);
            stack().keyArn().ifPresent(arguments::performanceInsightsKmsKeyId);
        }
        var logs = PostgresLogs.of(identifier, number + "-", this);
        return new Instance(
                child(String.valueOf(number)),
                arguments.build(),
                keepingNames("identifier").dependsOn(List.copyOf(logs)).build());
    }

    private String zone(int number) {
        var zones = database.zones;
        return zones.get(number % zones.size());
    }
}
