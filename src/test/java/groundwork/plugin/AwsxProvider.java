package groundwork.plugin;

import groundwork.simulated.Wanted;
import groundwork.simulated.answers.SimulatedAws;
import groundwork.values.WireValues;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import io.grpc.stub.StreamObserver;
import java.util.SortedMap;
import java.util.TreeMap;
import pulumirpc.Provider.ConstructRequest;
import pulumirpc.Provider.ConstructResponse;
import pulumirpc.Resource.RegisterResourceOutputsRequest;
import pulumirpc.Resource.RegisterResourceRequest;
import pulumirpc.ResourceMonitorGrpc;

/** The awsx provider: registers the component that was asked for and says what it built, without its children. */
final class AwsxProvider extends PluginProvider {
    private final Cloud cloud;

    AwsxProvider(Cloud cloud) {
        super("awsx", "2.22.0");
        this.cloud = cloud;
    }

    @Override
    public void construct(ConstructRequest request, StreamObserver<ConstructResponse> observer) {
        Answer.to(observer, () -> {
            var channel = NettyChannelBuilder.forTarget(request.getMonitorEndpoint())
                    .usePlaintext()
                    .build();
            try {
                return constructed(request, ResourceMonitorGrpc.newBlockingStub(channel));
            } finally {
                channel.shutdownNow();
            }
        });
    }

    private ConstructResponse constructed(
            ConstructRequest request, ResourceMonitorGrpc.ResourceMonitorBlockingStub monitor) {
        String urn = monitor.registerResource(RegisterResourceRequest.newBuilder()
                        .setType(request.getType())
                        .setName(request.getName())
                        .setParent(request.getParent())
                        .setObject(request.getInputs())
                        .setAcceptSecrets(true)
                        .addAllDependencies(request.getDependenciesList())
                        .putAllProviders(request.getProvidersMap())
                        .build())
                .getUrn();
        var state = WireValues.write(built(urn, request));
        monitor.registerResourceOutputs(RegisterResourceOutputsRequest.newBuilder()
                .setUrn(urn)
                .setOutputs(state)
                .build());
        return ConstructResponse.newBuilder().setUrn(urn).setState(state).build();
    }

    private SortedMap<String, Object> built(String urn, ConstructRequest request) {
        var wanted = new Wanted(
                urn,
                request.getType(),
                request.getName(),
                new TreeMap<>(WireValues.read(request.getInputs())),
                place());
        if (request.getDryRun() && !cloud.isBuilt(urn)) {
            return SimulatedAws.preview(wanted);
        }
        if (!request.getDryRun()) {
            cloud.built(urn);
        }
        return SimulatedAws.make(wanted).outputs();
    }
}
