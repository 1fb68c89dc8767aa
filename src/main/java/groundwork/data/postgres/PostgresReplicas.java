package groundwork.data.postgres;

import com.pulumi.aws.rds.Instance;
import com.pulumi.aws.rds.InstanceArgs;
import com.pulumi.aws.rds.ParameterGroup;
import com.pulumi.core.Output;
import groundwork.base.Component;
import groundwork.network.Network;
import groundwork.plan.names.NameRule;
import groundwork.plan.network.Zones;
import groundwork.settings.data.DatabaseSettings;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Copies of an RDS instance that answer reads, each in the next zone. */
final class PostgresReplicas extends Component {
    private static final int LEAST_ZONES = 2;
    private static final int DAYS_OF_INSIGHTS = 7;

    private final String database;
    private final DatabaseSettings settings;
    private final List<Instance> instances;
    private final Output<String> host;

    PostgresReplicas(
            DatabaseSettings settings,
            Instance primary,
            ParameterGroup parameters,
            PostgresAccess access,
            Network network,
            Component whole) {
        super("data:PostgresReplicas", "replicas", whole);
        this.database = whole.name();
        this.settings = settings;
        instances = IntStream.rangeClosed(1, settings.readers())
                .mapToObj(number -> createReplica(number, primary, parameters, access))
                .toList();
        host = instances.size() == 1
                ? instances.get(0).address()
                : new SharedName(database, addresses(), network, this).host();
        outputs(Map.of("host", host));
    }

    List<Instance> instances() {
        return instances;
    }

    List<Output<String>> identifiers() {
        return instances.stream().map(Instance::identifier).toList();
    }

    /** The one replica's address, or a name that leads to each of them in turn. */
    Output<String> host() {
        return host;
    }

    private List<Output<String>> addresses() {
        return instances.stream().map(Instance::address).toList();
    }

    /** What is not said here, the key among it, is as with the primary. */
    private Instance createReplica(int number, Instance primary, ParameterGroup parameters, PostgresAccess access) {
        var identifier = site().names().of(NameRule.DATABASE, database, "replica", String.valueOf(number));
        var arguments = InstanceArgs.builder()
                .identifier(identifier)
                .replicateSourceDb(primary.identifier())
                .autoMinorVersionUpgrade(true)
                .instanceClass(settings.instanceClass())
                .availabilityZone(zone(number))
                .parameterGroupName(parameters.name())
                .vpcSecurityGroupIds(access.securityGroups())
                .publiclyAccessible(false)
                .caCertIdentifier("rds-ca-rsa2048-g1")
                .storageType("gp3")
                .storageEncrypted(true)
                .backupRetentionPeriod(0)
                .copyTagsToSnapshot(true)
                .maintenanceWindow(settings.maintenance().aws())
                .applyImmediately(!site().isProduction())
                .enabledCloudwatchLogsExports(PostgresLogs.KINDS)
                .skipFinalSnapshot(true)
                .performanceInsightsEnabled(settings.insights());
        if (settings.canGrowDisk()) {
            arguments.maxAllocatedStorage(settings.maxStorage().value());
        }
        if (settings.insights()) {
            arguments.performanceInsightsRetentionPeriod(DAYS_OF_INSIGHTS).performanceInsightsKmsKeyId(site().keyArn());
        }
        var logs = PostgresLogs.of(identifier, number + "-", this);
        return new Instance(child(String.valueOf(number)), arguments.build(), after(logs));
    }

    private String zone(int number) {
        var zones = Zones.of(site().region(), site().settings().network(), LEAST_ZONES);
        return zones.get(number % zones.size());
    }
}
