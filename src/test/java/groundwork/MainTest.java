package groundwork;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.Gson;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import io.grpc.stub.StreamObserver;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pulumirpc.EngineGrpc.EngineImplBase;
import pulumirpc.EngineOuterClass.LogRequest;
import pulumirpc.EngineOuterClass.LogSeverity;
import pulumirpc.Resource.RegisterResourceRequest;
import pulumirpc.Resource.RegisterResourceResponse;
import pulumirpc.Resource.SupportsFeatureRequest;
import pulumirpc.Resource.SupportsFeatureResponse;
import pulumirpc.ResourceMonitorGrpc.ResourceMonitorImplBase;

/** The program as the language host starts it: in a process of its own, with an engine at the other end. */
class MainTest {
    @TempDir
    private Path folder;

    private final List<LogRequest> log = new CopyOnWriteArrayList<>();
    private final List<String> registered = new CopyOnWriteArrayList<>();

    @Test
    void problemsOfTheSettingsAreToldAloneAndNothingIsRegistered() throws IOException, InterruptedException {
        var printed = run(Map.of(
                "aws:region", "us-eats-1",
                "aws:regoin", "us-east-1",
                "groundwork:enviroment", "production",
                "groundwork:owner", "team",
                "groundwork:databases", "{\"db\":{\"version\":16.1}}"));
        assertThat(log)
                .filteredOn(said -> said.getSeverity() == LogSeverity.ERROR)
                .singleElement()
                .satisfies(said -> assertThat(said.getMessage().lines())
                        .containsExactly(
                                "4 problems in the settings",
                                "  aws:region: \"us-eats-1\": write the name of an AWS region such as us-east-1; did you mean"
                                        + " \"us-east-1\"?",
                                "  aws:regoin: the AWS provider has no such setting; did you mean \"aws:region\"?",
                                "  databases.db.version: is read as a number, which loses zeros at its end (1.10 becomes"
                                        + " 1.1); put the text in quotes",
                                "  enviroment: unknown setting; did you mean \"environment\"?"));
        assertThat(printed).isBlank();
        assertThat(registered).isEmpty();
    }

    private String run(Map<String, String> config) throws IOException, InterruptedException {
        var server = NettyServerBuilder.forAddress(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
                .addService(new Engine())
                .addService(new Monitor())
                .build()
                .start();
        try {
            var output = folder.resolve("output");
            var builder = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-XX:TieredStopAtLevel=1",
                            "-cp",
                            System.getProperty("java.class.path"),
                            "groundwork.Main")
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile());
            var address = "127.0.0.1:" + server.getPort();
            builder.environment()
                    .putAll(Map.of(
                            "PULUMI_MONITOR", address,
                            "PULUMI_ENGINE", address,
                            "PULUMI_PROJECT", "shop",
                            "PULUMI_STACK", "dev",
                            "PULUMI_ORGANIZATION", "organization",
                            "PULUMI_DRY_RUN", "true",
                            "PULUMI_CONFIG", new Gson().toJson(config)));
            var process = builder.start();
            assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
            assertThat(process.exitValue()).isNotZero();
            return Files.readString(output);
        } finally {
            server.shutdownNow();
        }
    }

    private final class Engine extends EngineImplBase {
        @Override
        public void log(LogRequest request, StreamObserver<com.google.protobuf.Empty> answer) {
            log.add(request);
            answer.onNext(com.google.protobuf.Empty.getDefaultInstance());
            answer.onCompleted();
        }
    }

    private final class Monitor extends ResourceMonitorImplBase {
        @Override
        public void supportsFeature(SupportsFeatureRequest request, StreamObserver<SupportsFeatureResponse> answer) {
            answer.onNext(
                    SupportsFeatureResponse.newBuilder().setHasSupport(true).build());
            answer.onCompleted();
        }

        @Override
        public void registerResource(RegisterResourceRequest request, StreamObserver<RegisterResourceResponse> answer) {
            registered.add(request.getType());
            answer.onNext(RegisterResourceResponse.newBuilder()
                    .setUrn("urn:pulumi:dev::shop::" + request.getType() + "::" + request.getName())
                    .build());
            answer.onCompleted();
        }
    }
}
