package groundwork.data.cache;

import static groundwork.aws.ResourceTypes.ELASTICACHE_PARAMETER_GROUP;
import static groundwork.aws.ResourceTypes.ELASTICACHE_REPLICATION_GROUP;
import static groundwork.aws.ResourceTypes.ELASTICACHE_SUBNET_GROUP;
import static groundwork.aws.ResourceTypes.SECRETSMANAGER_SECRET;
import static groundwork.aws.ResourceTypes.SECRETSMANAGER_SECRET_VERSION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.pulumi.core.Output;
import groundwork.Topologies;
import groundwork.offline.Ids;
import groundwork.offline.recording.Recorded;
import groundwork.offline.recording.Recording;
import groundwork.settings.StackText;
import groundwork.values.Unknown;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CacheTest {
    private static final String TOKEN = "random:index/randomPassword:RandomPassword";

    private final List<Cache> caches = new ArrayList<>();

    @Test
    void isAReplicationGroupWithAllThatStandsAroundIt() {
        var recording = run("staging", "{ secretStore: secrets-manager }");

        var component = recording.named("groundwork:data:Cache", "redis");
        assertThat(recording.childrenOf(component.urn()))
                .extracting(Recorded::type, Recorded::name)
                .containsExactlyInAnyOrder(
                        tuple("groundwork:network:SecurityGroup", "redis-access"),
                        tuple(TOKEN, "redis-token"),
                        tuple(ELASTICACHE_SUBNET_GROUP, "redis-subnets"),
                        tuple(ELASTICACHE_PARAMETER_GROUP, "redis-parameters-valkey8-single"),
                        tuple(ELASTICACHE_REPLICATION_GROUP, "redis-replication"),
                        tuple("groundwork:secrets:StoredSecret", "redis-url"));
    }

    @Test
    void inProductionALastSnapshotStays() {
        var recording = run("production", "{}");

        assertThat(recording
                        .named(ELASTICACHE_REPLICATION_GROUP, "redis-replication")
                        .text("finalSnapshotIdentifier"))
                .matches("shop-test-redis-last-[0-9a-z]+");
        assertThat(group("staging", "{}").has("finalSnapshotIdentifier")).isFalse();
    }

    @Test
    void isWhatItsSettingsSay() {
        var group = group("staging", "{ engine: redis, version: \"7.1\", nodeClass: cache.t3.micro, snapshots: 7d }");

        assertThat(group.inputs())
                .containsEntry("replicationGroupId", "shop-test-redis")
                .containsEntry("engine", "redis")
                .containsEntry("engineVersion", "7.1")
                .containsEntry("nodeType", "cache.t3.micro")
                .containsEntry("snapshotWindow", "03:00-04:00")
                .containsEntry("maintenanceWindow", "sun:04:30-sun:05:30")
                .containsEntry("autoMinorVersionUpgrade", true);
        assertThat(group.number("snapshotRetentionLimit")).isEqualTo(7);
        assertThat(group.number("port")).isEqualTo(6379);
    }

    @Test
    void isAlwaysEncryptedAndAsksForAToken() {
        var recording = run("production", "{}");
        var group = recording.named(ELASTICACHE_REPLICATION_GROUP, "redis-replication");

        assertThat(group.flag("transitEncryptionEnabled")).isTrue();
        assertThat(group.flag("atRestEncryptionEnabled")).isTrue();
        assertThat(group.text("kmsKeyId"))
                .isEqualTo(recording.named("aws:kms/key:Key", "key-key").text("arn"));
        assertThat(group.isSecret("authToken")).isTrue();
        assertThat(group.text("authToken")).matches("[A-Za-z0-9]{64}");
        assertThat(group.text("authTokenUpdateStrategy")).isEqualTo("ROTATE");
        assertThat(group("staging", "{}").inputs()).doesNotContainKey("kmsKeyId");
    }

    @Test
    void failsOverWhereItHasAReplica() {
        var two = group("production", "{ replicas: 1 }");
        var one = group("staging", "{ replicas: 0 }");

        assertThat(two.number("numCacheClusters")).isEqualTo(2);
        assertThat(two.flag("automaticFailoverEnabled")).isTrue();
        assertThat(two.flag("multiAzEnabled")).isTrue();
        assertThat(two.protect()).isTrue();
        assertThat(one.number("numCacheClusters")).isEqualTo(1);
        assertThat(one.flag("automaticFailoverEnabled")).isFalse();
        assertThat(one.flag("multiAzEnabled")).isFalse();
        assertThat(one.protect()).isFalse();
    }

    @Test
    void spreadsItsKeysOverShards() {
        var recording = run("staging", "{ shards: 2, replicas: 1 }");
        var group = recording.named(ELASTICACHE_REPLICATION_GROUP, "redis-replication");

        assertThat(group.number("numNodeGroups")).isEqualTo(2);
        assertThat(group.number("replicasPerNodeGroup")).isEqualTo(1);
        assertThat(group.inputs()).doesNotContainKey("numCacheClusters");
        assertThat(group.flag("automaticFailoverEnabled")).isTrue();
        assertThat(recording.ofType(ELASTICACHE_PARAMETER_GROUP).get(0).text("parameters[1].name"))
                .isEqualTo("cluster-enabled");
        assertThat(recording.outputs()).containsEntry("variable host", group.text("configurationEndpointAddress"));
        assertThat(recording.outputs())
                .containsEntry(
                        "nodes",
                        List.of(
                                "shop-test-redis-0001-001",
                                "shop-test-redis-0001-002",
                                "shop-test-redis-0002-001",
                                "shop-test-redis-0002-002"));
    }

    @ParameterizedTest
    @CsvSource({"redis, 6.2, redis6.x", "redis, 7.1, redis7", "valkey, 7.2, valkey7", "valkey, 8.0, valkey8"})
    void belongsToAFamily(String engine, String version, String family) {
        var recording = run("staging", "{ engine: %s, version: \"%s\" }".formatted(engine, version));

        assertThat(recording.ofType(ELASTICACHE_PARAMETER_GROUP).get(0).text("family"))
                .isEqualTo(family);
    }

    @Test
    void makesRoomAsItsSettingsSay() {
        var parameters = run("staging", "{ engine: redis, version: \"7.1\", eviction: noeviction }")
                .named(ELASTICACHE_PARAMETER_GROUP, "redis-parameters-redis7-single");

        assertThat(parameters.text("name")).isEqualTo("shop-test-redis-redis7-single");
        assertThat(parameters.list("parameters")).hasSize(1);
        assertThat(parameters.text("parameters[0].name")).isEqualTo("maxmemory-policy");
        assertThat(parameters.text("parameters[0].value")).isEqualTo("noeviction");
    }

    @Test
    void offersItsAddressAndTheSecret() {
        var recording = run("staging", "{ secretStore: secrets-manager }");
        var group = recording.named(ELASTICACHE_REPLICATION_GROUP, "redis-replication");
        var host = group.text("primaryEndpointAddress");
        var version = recording.named(SECRETSMANAGER_SECRET_VERSION, "redis-url-version");

        assertThat(recording.named(SECRETSMANAGER_SECRET, "redis-url-secret").text("name"))
                .isEqualTo("/shop/test/redis-url");
        assertThat(version.text("secretString"))
                .isEqualTo("rediss://:%s@%s:6379".formatted(group.text("authToken"), host));
        assertThat(recording.outputs())
                .containsEntry("variable host", host)
                .containsEntry("variable port", "6379")
                .containsEntry(
                        "secret url",
                        recording
                                .named(SECRETSMANAGER_SECRET, "redis-url-secret")
                                .text("arn"))
                .containsEntry("ready", List.of(version.urn(), group.urn()));
        assertThat(recording.outputs()).containsEntry("nodes", List.of("shop-test-redis-001"));
        assertThat(caches.get(0).connect(Optional.empty()).convention()).contains("REDIS");
    }

    @Test
    void keepsItsUrlInNoOneElsesSecret() {
        assertThat(StackText.problems(
                        "groundwork:caches: { redis: {} }\ngroundwork:secrets: { redis-url: { byHand: true } }"))
                .singleElement()
                .asString()
                .endsWith("its URL would be stored in \"redis-url\", which is already the secret of "
                        + "secrets.redis-url; rename one of the two");
    }

    @Test
    void hasNoAddressWhileItIsOnlyPreviewed() {
        assertThat(run("staging", "{}", Ids.UNKNOWN).outputs()).containsEntry("variable host", Unknown.UNKNOWN);
    }

    private Recorded group(String environment, String cache) {
        return run(environment, cache).named(ELASTICACHE_REPLICATION_GROUP, "redis-replication");
    }

    private Recording run(String environment, String cache) {
        return run(environment, cache, Ids.KNOWN);
    }

    private Recording run(String environment, String cache, Ids ids) {
        var text =
                """
                groundwork:environment: %s
                groundwork:caches: { redis: %s }
                """
                        .formatted(environment, cache);
        return Topologies.of(text, ids, (stack, plan, context) -> {
            var settings = plan.settings().caches().get("redis");
            var redis = new Cache("redis", settings, Topologies.network(plan, stack), stack);
            caches.add(redis);
            context.export("nodes", Output.all(redis.nodes()));
            Topologies.export(redis.connect(Optional.empty()), context);
        });
    }
}
