package groundwork.data.cache;

import com.pulumi.aws.elasticache.ReplicationGroup;
import com.pulumi.aws.elasticache.ReplicationGroupArgs;
import com.pulumi.aws.elasticache.SubnetGroup;
import com.pulumi.aws.elasticache.SubnetGroupArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.Resource;
import groundwork.base.Component;
import groundwork.base.RandomPassword;
import groundwork.base.StackContext;
import groundwork.data.QuietHours;
import groundwork.links.Connection;
import groundwork.links.Egress;
import groundwork.links.LinkTarget;
import groundwork.network.Network;
import groundwork.network.SecurityGroup;
import groundwork.plan.names.NameRule;
import groundwork.plan.names.Names;
import groundwork.plan.network.SubnetPlan.Tier;
import groundwork.secrets.SecretContent;
import groundwork.secrets.Stored;
import groundwork.settings.data.CacheSettings;
import groundwork.settings.links.LinkSettings.Access;
import groundwork.settings.links.Offer;
import groundwork.watch.WatchRules;
import groundwork.watch.Watchable;
import groundwork.watch.Watched;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** A Redis or Valkey cache: TLS, a token, and a replica in another zone where one is asked for. */
public final class Cache extends Component implements LinkTarget, Watchable {
    private static final int PORT = 6379;
    private static final int TOKEN_LENGTH = 64;
    private static final String CONVENTION = "REDIS";

    private final CacheSettings settings;
    private final SecurityGroup group;
    private final RandomPassword token;
    private final ReplicationGroup replication;
    private final Stored url;

    public Cache(String name, CacheSettings settings, Network network, StackContext stack) {
        super("data:Cache", name, stack);
        this.settings = settings;
        group = new SecurityGroup("access", "Who may connect to " + name, network.vpcId(), this);
        token = new RandomPassword(child("token"), TOKEN_LENGTH, options());
        replication = createReplication(createSubnets(network));
        url = createUrl();
        outputs(Map.copyOf(endpoint()));
    }

    @Override
    public Connection connect(Optional<Access> access) {
        var ready = new ArrayList<Resource>(url.ready());
        ready.add(replication);
        return Connection.of(Map.of(Offer.HOST, host(), Offer.PORT, port()))
                .through(Egress.to(group.id(), PORT))
                .secret(Offer.URL, url.reference())
                .after(ready)
                .knownAs(CONVENTION);
    }

    @Override
    public Map<String, Output<String>> endpoint() {
        return Map.of("host", host(), "port", port(), "secretArn", url.arn());
    }

    @Override
    public List<Watched> watched(WatchRules rules) {
        return List.of(new CacheWatch(name(), settings, rules, nodes()).plan());
    }

    /** The nodes as CloudWatch knows them; AWS numbers them within the replication group. */
    List<Output<String>> nodes() {
        var nodes = new ArrayList<Output<String>>();
        for (int shard = 1; shard <= settings.shards(); shard++) {
            for (int node = 1; node <= 1 + settings.replicas(); node++) {
                var number = settings.isClustered() ? "%04d-%03d".formatted(shard, node) : "%03d".formatted(node);
                nodes.add(Output.format("%s-%s", replication.replicationGroupId(), number));
            }
        }
        return nodes;
    }

    private Output<String> host() {
        return settings.isClustered()
                ? replication.configurationEndpointAddress()
                : replication.primaryEndpointAddress();
    }

    private static Output<String> port() {
        return Output.of(String.valueOf(PORT));
    }

    private SubnetGroup createSubnets(Network network) {
        return new SubnetGroup(
                child("subnets"),
                SubnetGroupArgs.builder()
                        .name(stack().names().of(NameRule.SUBNET_GROUP, name()))
                        .description("Isolated subnets for " + name())
                        .subnetIds(network.subnets(Tier.ISOLATED))
                        .build(),
                keepingNames("name", "description").build());
    }

    /** A new token is valid beside the old one, so that running tasks stay connected. */
    private ReplicationGroup createReplication(SubnetGroup subnets) {
        var arguments = ReplicationGroupArgs.builder()
                .replicationGroupId(stack().names().of(NameRule.CACHE, name()))
                .description("Cache " + name() + " of " + stack().names().prefix())
                .engine(settings.engine().name().toLowerCase(Locale.ROOT))
                .engineVersion(settings.version())
                .autoMinorVersionUpgrade(true)
                .nodeType(settings.nodeClass())
                .parameterGroupName(CacheParameters.create(this, settings).name())
                .subnetGroupName(subnets.name())
                .securityGroupIds(group.id().applyValue(List::of))
                .port(PORT)
                .transitEncryptionEnabled(true)
                .authToken(token.result())
                .authTokenUpdateStrategy("ROTATE")
                .atRestEncryptionEnabled(true)
                .automaticFailoverEnabled(settings.replicas() > 0)
                .multiAzEnabled(settings.replicas() > 0)
                .snapshotRetentionLimit((int) settings.snapshots().toDays())
                .snapshotWindow(QuietHours.SNAPSHOTS_OF_CACHES)
                .maintenanceWindow(QuietHours.MAINTENANCE_OF_CACHES)
                .applyImmediately(!stack().isProduction());
        stack().keyArn().ifPresent(arguments::kmsKeyId);
        if (settings.isClustered()) {
            arguments.numNodeGroups(settings.shards()).replicasPerNodeGroup(settings.replicas());
        } else {
            arguments.numCacheClusters(1 + settings.replicas());
        }
        if (stack().isProduction()) {
            arguments.finalSnapshotIdentifier(lastSnapshot());
        }
        return new ReplicationGroup(
                child("replication"),
                arguments.build(),
                keepingNames("replicationGroupId")
                        .protect(stack().protects(settings.protect()))
                        .build());
    }

    /** The group's id differs from one life of the stack to the next, so that last snapshots never collide. */
    private Output<String> lastSnapshot() {
        var snapshot = stack().names().of(NameRule.CACHE, name(), "last");
        return group.id().applyValue(id -> snapshot + "-" + Names.hash(id));
    }

    private Stored createUrl() {
        var text = Output.tuple(host(), token.result())
                .applyValue(known -> "rediss://:%s@%s:%d".formatted(known.t2, known.t1, PORT));
        return Stored.create(
                settings.secretStore(),
                "url",
                CacheSettings.urlSecret(name()),
                "The complete URL of " + name(),
                SecretContent.of(text),
                this);
    }
}
