package groundwork.plugin;

import io.grpc.BindableService;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.Optional;

/** A provider plugin for the real engine: serves one package of the simulated cloud until the engine goes away. */
public final class PluginMain {
    public static final String CLOUD = "GROUNDWORK_CLOUD";
    public static final String FAULT = "GROUNDWORK_FAULT";

    private PluginMain() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        var server = NettyServerBuilder.forAddress(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
                .addService(provider(args[0]))
                .maxInboundMessageSize(Integer.MAX_VALUE)
                .build()
                .start();
        System.out.println(server.getPort());
        ProcessHandle.current().parent().ifPresent(engine -> engine.onExit()
                .thenRun(() -> Runtime.getRuntime().halt(0)));
        server.awaitTermination();
    }

    private static BindableService provider(String name) {
        var cloud = new Cloud(Path.of(System.getenv(CLOUD)));
        var faults = new Faults(
                cloud,
                Optional.ofNullable(System.getenv(FAULT))
                        .filter(text -> !text.isEmpty())
                        .map(Fault::parse));
        return switch (name) {
            case "aws" -> new AwsProvider(cloud, faults);
            case "random" -> new RandomProvider(faults);
            case "awsx" -> new AwsxProvider(cloud);
            default -> throw new IllegalArgumentException("there is no simulated " + name);
        };
    }
}
