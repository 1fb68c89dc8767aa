package groundwork.data.postgres;

import com.pulumi.aws.cloudwatch.LogGroup;
import com.pulumi.aws.rds.Instance;
import com.pulumi.aws.rds.InstanceArgs;
import com.pulumi.aws.rds.ParameterGroup;
import com.pulumi.aws.rds.ParameterGroupArgs;
import com.pulumi.aws.rds.inputs.ParameterGroupParameterArgs;
import com.pulumi.core.Output;
import groundwork.base.Protected;
import groundwork.base.StackContext;
import groundwork.network.Network;
import groundwork.plan.data.DatabasePlan;
import groundwork.resilience.export.ExportSource;
import groundwork.watch.WatchRules;
import groundwork.watch.Watched;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** PostgreSQL on an RDS instance. */
public final class PostgresInstance extends Postgres {

    private final Instance instance;
    private final Optional<PostgresReplicas> replicas;
    private final PostgresAddress address;

    public PostgresInstance(String name, DatabasePlan plan, Network network, StackContext stack) {
        super(name, plan, network, stack);
        var parameters = createParameters();
        instance = createInstance(parameters, PostgresLogs.of(identifier, "", this));
        replicas = settings.readers() == 0
                ? Optional.empty()
                : Optional.of(new PostgresReplicas(instance, parameters, network, this));
        var reading = replicas.map(all -> access.publishForReading(all.host(), all.instances()));
        address = access.publish(instance.address(), List.of(instance), reading);
        outputs(Map.copyOf(endpoint()));
    }

    @Override
    PostgresAddress address() {
        return address;
    }

    @Override
    public Output<String> identifier() {
        return instance.identifier();
    }

    @Override
    public Output<String> arn() {
        return instance.arn();
    }

    @Override
    public List<Watched> watched(WatchRules rules) {
        return List.of(DatabaseWatch.ofInstance(
                name(),
                settings,
                rules,
                identifier(),
                instance.allocatedStorage(),
                replicas.map(PostgresReplicas::instances).orElse(List.of())));
    }

    @Override
    public Optional<Protected> toBackUp() {
        return Optional.of(new Protected(
                "RDS",
                name(),
                arn(),
                access.restoredBeside(Map.of("multiAz", "false", "publiclyAccessible", "false"))));
    }

    @Override
    public ExportSource exportSource() {
        return new ExportSource(ExportSource.Kind.INSTANCE, identifier(), arn());
    }

    private ParameterGroup createParameters() {
        var family = "postgres" + settings.majorVersion();
        return new ParameterGroup(
                child("parameters-" + settings.majorVersion()),
                ParameterGroupArgs.builder()
                        .name(parameterGroup(family))
                        .description("TLS only, for " + name())
                        .family(family)
                        .parameters(PostgresParameters.of(settings).entrySet().stream()
                                .map(parameter -> ParameterGroupParameterArgs.builder()
                                        .name(parameter.getKey())
                                        .value(parameter.getValue())
                                        .build())
                                .toList())
                        .build(),
                keepingNames("name", "description").build());
    }

    private Instance createInstance(ParameterGroup parameters, List<LogGroup> logs) {
        var production = stack().isProduction();
        var arguments = InstanceArgs.builder()
                .identifier(identifier)
                .engine("postgres")
                .engineVersion(settings.version())
                .engineLifecycleSupport(STANDARD_SUPPORT_ONLY)
                .allowMajorVersionUpgrade(true)
                .autoMinorVersionUpgrade(true)
                .instanceClass(settings.instanceClass())
                .multiAz(settings.multiAz())
                .dbName(settings.name())
                .username(settings.user())
                .password(access.password())
                .parameterGroupName(parameters.name())
                .dbSubnetGroupName(access.subnetGroup())
                .vpcSecurityGroupIds(access.securityGroups())
                .publiclyAccessible(false)
                .caCertIdentifier(AUTHORITY)
                .storageType("gp3")
                .allocatedStorage(settings.storage().value())
                .storageEncrypted(true)
                .backupRetentionPeriod((int) settings.backups().toDays())
                .backupWindow(hours.backups())
                .deleteAutomatedBackups(!production)
                .copyTagsToSnapshot(true)
                .maintenanceWindow(hours.maintenance().aws())
                .applyImmediately(!production)
                .enabledCloudwatchLogsExports(PostgresLogs.KINDS)
                .deletionProtection(isProtected())
                .skipFinalSnapshot(!production)
                .performanceInsightsEnabled(settings.insights());
        stack().keyArn().ifPresent(arguments::kmsKeyId);
        if (settings.canGrowDisk()) {
            arguments.maxAllocatedStorage(settings.storageLimit());
        }
        if (production) {
            arguments.finalSnapshotIdentifier(access.lastSnapshot());
        }
        if (settings.insights()) {
            arguments.performanceInsightsRetentionPeriod(DAYS_OF_INSIGHTS);
            stack().keyArn().ifPresent(arguments::performanceInsightsKmsKeyId);
        }
        return new Instance(
                child("instance"),
                arguments.build(),
                keepingNames("identifier")
                        .dependsOn(List.copyOf(logs))
                        .protect(isProtected())
                        .build());
    }
}
