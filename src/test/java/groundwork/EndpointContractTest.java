package groundwork;

import static org.assertj.core.api.Assertions.assertThat;

import groundwork.offline.Ids;
import groundwork.offline.recording.Recording;
import groundwork.values.Secret;
import java.net.URI;
import java.net.http.HttpRequest;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.postgresql.Driver;
import org.postgresql.PGProperty;
import redis.clients.jedis.util.JedisURIHelper;

/** What services are given is what real clients take. */
class EndpointContractTest {
    private final Recording prod = Stacks.file("Pulumi.prod.yaml", Ids.KNOWN);

    @Test
    void postgresTakesTheDatabaseUrl() {
        var url = URI.create(secretText("db-url-version"));
        var properties = Driver.parseURL(
                "jdbc:postgresql://%s:%d%s?%s".formatted(url.getHost(), url.getPort(), url.getPath(), url.getQuery()),
                null);
        assertThat(url.getScheme()).isEqualTo("postgresql");
        assertThat(url.getUserInfo()).matches("app:[A-Za-z0-9]{32}");
        assertThat(properties).isNotNull();
        assertThat(PGProperty.PG_HOST.getOrDefault(properties)).isEqualTo(endpoint("databases", "db", "host"));
        assertThat(PGProperty.PG_PORT.getOrDefault(properties)).isEqualTo("5432");
        assertThat(PGProperty.SSL_MODE.getOrDefault(properties)).isEqualTo("require");
    }

    @Test
    void redisTakesTheCacheUrl() {
        var url = URI.create(secretText("redis-url-version"));
        assertThat(JedisURIHelper.isValid(url)).isTrue();
        assertThat(JedisURIHelper.isRedisSSLScheme(url)).isTrue();
        assertThat(JedisURIHelper.getPassword(url)).hasSizeBetween(16, 128);
        assertThat(url.getHost()).isEqualTo(endpoint("caches", "redis", "host"));
    }

    @Test
    void anHttpClientTakesThePublicUrl() {
        var request = HttpRequest.newBuilder(URI.create(endpoint("services", "app", "url")))
                .build();
        assertThat(request.uri()).isEqualTo(URI.create("https://interviewlm.com"));
    }

    @Test
    void whoeverDeploysFindsRepositoriesClusterAndServices() {
        assertThat(endpoint("repositories", "app", "url"))
                .isEqualTo("123456789012.dkr.ecr.us-east-1.amazonaws.com/interviewlm-prod/app");
        assertThat(endpoint("repositories", "worker", "url")).endsWith("/interviewlm-prod/worker");
        assertThat(endpoint("cluster", "cluster", "name"))
                .isEqualTo(
                        prod.named("aws:ecs/cluster:Cluster", "cluster-cluster").text("name"));
        assertThat(endpoint("services", "app", "name"))
                .isEqualTo(prod.named("aws:ecs/service:Service", "app-service").text("name"));
        assertThat(endpoint("services", "worker", "name"))
                .isEqualTo(
                        prod.named("aws:ecs/service:Service", "worker-service").text("name"));
    }

    @Test
    void servicesOnAppRunnerAreNamedToo() {
        var onAppRunner = Stacks.file("stacks/vgs/Pulumi.apprunner.yaml", Ids.KNOWN);
        assertThat(endpoint(onAppRunner, "services", "api", "name"))
                .isEqualTo(onAppRunner
                        .named("aws:apprunner/service:Service", "api-service")
                        .text("serviceName"));
    }

    @Test
    void aTableIsKnownByNameAndArn() {
        var stack = Stacks.of("staging")
                .with("tables", "{ items: { partitionKey: id } }")
                .record();
        assertThat(endpoint(stack, "tables", "items", "name"))
                .isEqualTo(
                        stack.named("aws:dynamodb/table:Table", "items-table").text("name"));
        assertThat(endpoint(stack, "tables", "items", "arn"))
                .isEqualTo(
                        stack.named("aws:dynamodb/table:Table", "items-table").text("arn"));
    }

    @Test
    void theSameTreeIsInParameterStore() {
        var parameter = prod.named("aws:ssm/parameter:Parameter", "endpoints-databases-db--host");
        assertThat(parameter.text("name")).isEqualTo("/interviewlm/prod/databases/db/host");
        assertThat(parameter.text("value")).isEqualTo(endpoint("databases", "db", "host"));
    }

    private String secretText(String version) {
        var resource = prod.named("aws:secretsmanager/secretVersion:SecretVersion", version);
        assertThat(resource.isSecret("secretString")).isTrue();
        return resource.text("secretString");
    }

    private String endpoint(String kind, String name, String key) {
        return endpoint(prod, kind, name, key);
    }

    @SuppressWarnings("unchecked")
    private static String endpoint(Recording recording, String kind, String name, String key) {
        var tree = (Map<String, Map<String, Map<String, Object>>>)
                Secret.unwrap(recording.outputs().get("endpoints"));
        return tree.get(kind).get(name).get(key).toString();
    }
}
