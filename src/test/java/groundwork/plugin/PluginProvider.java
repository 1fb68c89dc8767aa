package groundwork.plugin;

import com.google.protobuf.Empty;
import groundwork.simulated.Place;
import groundwork.simulated.Wanted;
import groundwork.simulated.answers.SimulatedAws;
import groundwork.simulated.kinds.Difference;
import groundwork.simulated.kinds.Kind;
import groundwork.values.WireValues;
import io.grpc.stub.StreamObserver;
import java.util.Map;
import java.util.TreeMap;
import pulumirpc.Plugin.PluginInfo;
import pulumirpc.Provider.CheckRequest;
import pulumirpc.Provider.CheckResponse;
import pulumirpc.Provider.ConfigureRequest;
import pulumirpc.Provider.ConfigureResponse;
import pulumirpc.Provider.DiffRequest;
import pulumirpc.Provider.DiffResponse;
import pulumirpc.Provider.GetSchemaRequest;
import pulumirpc.Provider.GetSchemaResponse;
import pulumirpc.Provider.InvokeRequest;
import pulumirpc.Provider.InvokeResponse;
import pulumirpc.Provider.ProviderHandshakeRequest;
import pulumirpc.Provider.ProviderHandshakeResponse;
import pulumirpc.ResourceProviderGrpc.ResourceProviderImplBase;

/** The part of the provider protocol in which all simulated providers are alike. */
abstract class PluginProvider extends ResourceProviderImplBase {
    private final String name;
    private final String version;
    private volatile Place place = Place.in(Place.DEFAULT_REGION);

    PluginProvider(String name, String version) {
        this.name = name;
        this.version = version;
    }

    final Place place() {
        return place;
    }

    final Wanted wanted(String urn, Map<String, Object> inputs) {
        return new Wanted(urn, type(urn), urn.split("::", 4)[3], new TreeMap<>(inputs), place);
    }

    static String type(String urn) {
        String chain = urn.split("::", 4)[2];
        return chain.substring(chain.lastIndexOf('$') + 1);
    }

    @Override
    public void handshake(ProviderHandshakeRequest request, StreamObserver<ProviderHandshakeResponse> observer) {
        Answer.to(observer, () -> ProviderHandshakeResponse.newBuilder()
                .setAcceptSecrets(true)
                .build());
    }

    @Override
    public void getPluginInfo(Empty request, StreamObserver<PluginInfo> observer) {
        Answer.to(observer, () -> PluginInfo.newBuilder().setVersion(version).build());
    }

    @Override
    public void getSchema(GetSchemaRequest request, StreamObserver<GetSchemaResponse> observer) {
        Answer.to(observer, () -> GetSchemaResponse.newBuilder()
                .setSchema("{\"name\":\"%s\",\"version\":\"%s\"}".formatted(name, version))
                .build());
    }

    @Override
    public void checkConfig(CheckRequest request, StreamObserver<CheckResponse> observer) {
        Answer.to(
                observer,
                () -> CheckResponse.newBuilder().setInputs(request.getNews()).build());
    }

    @Override
    public void diffConfig(DiffRequest request, StreamObserver<DiffResponse> observer) {
        Answer.to(
                observer,
                () -> Change.response(Difference.of(
                        Kind.PROVIDER,
                        WireValues.read(request.getOldInputs()),
                        WireValues.read(request.getNews()),
                        true)));
    }

    @Override
    public void configure(ConfigureRequest request, StreamObserver<ConfigureResponse> observer) {
        Answer.to(observer, () -> {
            place = Configured.place(WireValues.read(request.getArgs()));
            return ConfigureResponse.newBuilder()
                    .setAcceptSecrets(true)
                    .setSupportsPreview(true)
                    .build();
        });
    }

    @Override
    public void invoke(InvokeRequest request, StreamObserver<InvokeResponse> observer) {
        Answer.to(observer, () -> InvokeResponse.newBuilder()
                .setReturn(WireValues.write(
                        SimulatedAws.call(request.getTok(), WireValues.read(request.getArgs()), place)))
                .build());
    }

    @Override
    public void cancel(Empty request, StreamObserver<Empty> observer) {
        Answer.to(observer, Empty::getDefaultInstance);
    }
}
