package groundwork.data.postgres;

import com.pulumi.aws.cloudwatch.LogGroup;
import com.pulumi.aws.rds.Cluster;
import com.pulumi.aws.rds.ClusterArgs;
import com.pulumi.aws.rds.ClusterInstance;
import com.pulumi.aws.rds.ClusterInstanceArgs;
import com.pulumi.aws.rds.ClusterParameterGroup;
import com.pulumi.aws.rds.ClusterParameterGroupArgs;
import com.pulumi.aws.rds.inputs.ClusterParameterGroupParameterArgs;
import com.pulumi.aws.rds.inputs.ClusterServerlessv2ScalingConfigurationArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.Resource;
import groundwork.base.Protected;
import groundwork.base.StackContext;
import groundwork.network.Network;
import groundwork.observe.LogGroups;
import groundwork.plan.data.DatabasePlan;
import groundwork.plan.names.NameRule;
import groundwork.resilience.export.ExportSource;
import groundwork.settings.data.DatabaseNames;
import groundwork.watch.WatchRules;
import groundwork.watch.Watched;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** PostgreSQL on Aurora Serverless v2, which scales by itself and can pause. */
public final class AuroraPostgres extends Postgres {
    private static final String ENGINE = "aurora-postgresql";
    private static final String LOG = "postgresql";

    private final Cluster cluster;
    private final List<ClusterInstance> instances;
    private final PostgresAddress address;

    public AuroraPostgres(String name, DatabasePlan plan, Network network, StackContext stack) {
        super(name, plan, network, stack);
        cluster = createCluster(createParameters(), createLog());
        instances = createInstances();
        var servers = new ArrayList<Resource>(instances);
        servers.add(cluster);
        Optional<PostgresAddress> reading = settings.readers() == 0
                ? Optional.empty()
                : Optional.of(access.publishForReading(cluster.readerEndpoint(), servers));
        address = access.publish(cluster.endpoint(), servers, reading);
        if (settings.replicas().canGrow()) {
            new ReaderScaling(settings, cluster, instances, this);
        }
        outputs(Map.copyOf(endpoint()));
    }

    @Override
    PostgresAddress address() {
        return address;
    }

    @Override
    public Output<String> identifier() {
        return cluster.clusterIdentifier();
    }

    @Override
    public Output<String> arn() {
        return cluster.arn();
    }

    @Override
    public List<Watched> watched(WatchRules rules) {
        return List.of(DatabaseWatch.ofCluster(name(), settings, rules, identifier()));
    }

    @Override
    public Optional<Protected> toBackUp() {
        return Optional.of(new Protected("Aurora", name(), arn(), access.restoredBeside(Map.of())));
    }

    @Override
    public ExportSource exportSource() {
        return new ExportSource(ExportSource.Kind.CLUSTER, identifier(), arn());
    }

    private ClusterParameterGroup createParameters() {
        var family = ENGINE + settings.majorVersion();
        return new ClusterParameterGroup(
                child("parameters-" + settings.majorVersion()),
                ClusterParameterGroupArgs.builder()
                        .name(parameterGroup(family))
                        .description("TLS only, for " + name())
                        .family(family)
                        .parameters(PostgresParameters.of(settings).entrySet().stream()
                                .map(parameter -> ClusterParameterGroupParameterArgs.builder()
                                        .name(parameter.getKey())
                                        .value(parameter.getValue())
                                        .build())
                                .toList())
                        .build(),
                keepingNames("name", "description").build());
    }

    private LogGroup createLog() {
        return LogGroups.create(
                "cluster-" + LOG + "-log", "/aws/rds/cluster/" + identifier + "/" + LOG, stack().logRetention(), this);
    }

    private Cluster createCluster(ClusterParameterGroup parameters, LogGroup log) {
        var production = stack().isProduction();
        var arguments = ClusterArgs.builder()
                .clusterIdentifier(identifier)
                .engine(ENGINE)
                .engineMode("provisioned")
                .engineVersion(settings.version())
                .engineLifecycleSupport(STANDARD_SUPPORT_ONLY)
                .allowMajorVersionUpgrade(true)
                .serverlessv2ScalingConfiguration(scaling())
                .databaseName(settings.name())
                .masterUsername(settings.user())
                .masterPassword(access.password())
                .dbClusterParameterGroupName(parameters.name())
                .dbSubnetGroupName(access.subnetGroup())
                .vpcSecurityGroupIds(access.securityGroups())
                .storageEncrypted(true)
                .backupRetentionPeriod((int) settings.backups().toDays())
                .preferredBackupWindow(hours.backups())
                .deleteAutomatedBackups(!production)
                .copyTagsToSnapshot(true)
                .preferredMaintenanceWindow(hours.maintenance().aws())
                .applyImmediately(!production)
                .enabledCloudwatchLogsExports(LOG)
                .deletionProtection(isProtected())
                .skipFinalSnapshot(!production);
        stack().keyArn().ifPresent(arguments::kmsKeyId);
        if (production) {
            arguments.finalSnapshotIdentifier(access.lastSnapshot());
        }
        return new Cluster(
                child("cluster"),
                arguments.build(),
                keepingNames("clusterIdentifier")
                        .dependsOn(log)
                        .protect(isProtected())
                        .build());
    }

    private ClusterServerlessv2ScalingConfigurationArgs scaling() {
        var capacity = settings.capacity();
        var scaling = ClusterServerlessv2ScalingConfigurationArgs.builder()
                .minCapacity(capacity.min().doubleValue())
                .maxCapacity(capacity.max().doubleValue());
        if (capacity.canPause()) {
            scaling.secondsUntilAutoPause((int) capacity.pauseAfter().toSeconds());
        }
        return scaling.build();
    }

    private List<ClusterInstance> createInstances() {
        int count = 1 + settings.readers();
        var all = new ArrayList<ClusterInstance>();
        for (int i = 0; i < count; i++) {
            all.add(createInstance(i + 1, zones.get(i % zones.size())));
        }
        return List.copyOf(all);
    }

    private ClusterInstance createInstance(int number, String zone) {
        var arguments = ClusterInstanceArgs.builder()
                .identifier(stack().names().of(NameRule.DATABASE, DatabaseNames.auroraInstance(name(), number)))
                .clusterIdentifier(cluster.id())
                .engine(ENGINE)
                .engineVersion(settings.version())
                .instanceClass("db.serverless")
                .availabilityZone(zone)
                .dbSubnetGroupName(access.subnetGroup())
                .publiclyAccessible(false)
                .caCertIdentifier(AUTHORITY)
                .autoMinorVersionUpgrade(true)
                .preferredMaintenanceWindow(hours.maintenance().aws())
                .applyImmediately(!stack().isProduction())
                .performanceInsightsEnabled(settings.insights());
        if (settings.insights()) {
            arguments.performanceInsightsRetentionPeriod(DAYS_OF_INSIGHTS);
            stack().keyArn().ifPresent(arguments::performanceInsightsKmsKeyId);
        }
        return new ClusterInstance(
                child("instance-" + number),
                arguments.build(),
                keepingNames("identifier").protect(isProtected()).build());
    }
}
