package groundwork.offline;

import static java.util.concurrent.CompletableFuture.completedFuture;
import static java.util.concurrent.CompletableFuture.failedFuture;

import com.pulumi.deployment.internal.Monitor;
import com.pulumi.resources.Resource;
import groundwork.offline.recording.Urns;
import groundwork.simulated.Place;
import groundwork.simulated.Wanted;
import groundwork.simulated.answers.SimulatedAws;
import groundwork.values.Unknown;
import groundwork.values.WireValues;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import pulumirpc.Provider.CallResponse;
import pulumirpc.Resource.ReadResourceRequest;
import pulumirpc.Resource.ReadResourceResponse;
import pulumirpc.Resource.RegisterPackageRequest;
import pulumirpc.Resource.RegisterPackageResponse;
import pulumirpc.Resource.RegisterResourceOutputsRequest;
import pulumirpc.Resource.RegisterResourceRequest;
import pulumirpc.Resource.RegisterResourceResponse;
import pulumirpc.Resource.ResourceCallRequest;
import pulumirpc.Resource.ResourceInvokeRequest;
import pulumirpc.Resource.ResourceInvokeResponse;
import pulumirpc.Resource.SupportsFeatureRequest;
import pulumirpc.Resource.SupportsFeatureResponse;

/** Takes a program's registrations in the engine's stead and passes on what becomes of them. */
final class RecordingMonitor implements Monitor {
    private static final Set<String> FEATURES = Set.of("secrets", "resourceReferences", "parameterization");
    private static final String GET_RESOURCE = "pulumi:pulumi:getResource";

    private final Run run;
    private final Urns urns;
    private final Places places;
    private final Ledger ledger;
    private final Answers answers;

    RecordingMonitor(Run run, Ledger ledger, Answers answers) {
        this.run = run;
        this.answers = answers;
        this.ledger = ledger;
        this.urns = new Urns(run.project(), run.stack());
        this.places = new Places(run.config());
    }

    @Override
    public CompletableFuture<SupportsFeatureResponse> supportsFeatureAsync(SupportsFeatureRequest request) {
        return completedFuture(SupportsFeatureResponse.newBuilder()
                .setHasSupport(FEATURES.contains(request.getId()))
                .build());
    }

    @Override
    public CompletableFuture<RegisterResourceResponse> registerResourceAsync(
            Resource resource, RegisterResourceRequest request) {
        String urn = urns.of(request.getParent(), request.getType(), request.getName());
        var inputs = WireValues.read(request.getObject());
        places.register(urn, request.getType(), inputs);
        var asked = new Registrations(urns).asked(urn, request, inputs, place(request.getProvider()));
        var made = answers.answer(asked, run.ids());
        ledger.add(Registrations.made(asked, made));
        return completedFuture(RegisterResourceResponse.newBuilder()
                .setUrn(urn)
                .setId(made.id())
                .setObject(WireValues.write(made.outputs()))
                .build());
    }

    @Override
    public CompletableFuture<ReadResourceResponse> readResourceAsync(Resource resource, ReadResourceRequest request) {
        String urn = urns.of(request.getParent(), request.getType(), request.getName());
        var inputs = WireValues.read(request.getProperties());
        var wanted = new Wanted(urn, request.getType(), request.getName(), inputs, place(request.getProvider()));
        var outputs = SimulatedAws.make(wanted).outputs();
        ledger.add(Registrations.read(wanted, request, outputs));
        return completedFuture(ReadResourceResponse.newBuilder()
                .setUrn(urn)
                .setProperties(WireValues.write(outputs))
                .build());
    }

    @Override
    public CompletableFuture<Void> registerResourceOutputsAsync(RegisterResourceOutputsRequest request) {
        ledger.putOutputs(request.getUrn(), WireValues.read(request.getOutputs()));
        return completedFuture(null);
    }

    @Override
    public CompletableFuture<ResourceInvokeResponse> invokeAsync(ResourceInvokeRequest request) {
        var arguments = WireValues.read(request.getArgs());
        try {
            var answer = request.getTok().equals(GET_RESOURCE)
                    ? state(arguments)
                    : SimulatedAws.call(request.getTok(), arguments, place(request.getProvider()));
            return completedFuture(ResourceInvokeResponse.newBuilder()
                    .setReturn(WireValues.write(answer))
                    .build());
        } catch (RuntimeException refused) {
            return failedFuture(refused);
        }
    }

    @Override
    public CompletableFuture<CallResponse> callAsync(ResourceCallRequest request) {
        return failedFuture(new UnsupportedOperationException(
                "an embedded preview can't call " + request.getTok() + ", a method of a provider's component"));
    }

    @Override
    public CompletableFuture<RegisterPackageResponse> registerPackageAsync(RegisterPackageRequest request) {
        return completedFuture(RegisterPackageResponse.newBuilder()
                .setRef(request.getName() + "@" + request.getVersion())
                .build());
    }

    private Place place(String provider) {
        return places.of(provider);
    }

    private Map<String, Object> state(Map<String, Object> arguments) {
        String urn = String.valueOf(arguments.get("urn"));
        var resource = ledger.find(urn)
                .orElseThrow(() -> new IllegalArgumentException("no resource of this program has the URN " + urn));
        return Map.of(
                "urn", urn,
                "id", resource.id().map(id -> (Object) id).orElse(Unknown.UNKNOWN),
                "state", resource.outputs());
    }
}
