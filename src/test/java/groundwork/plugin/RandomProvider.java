package groundwork.plugin;

import com.google.protobuf.Empty;
import groundwork.plugin.Fault.Operation;
import groundwork.simulated.Made;
import groundwork.simulated.answers.SimulatedAws;
import groundwork.simulated.kinds.Difference;
import groundwork.simulated.kinds.Kind;
import groundwork.values.WireValues;
import io.grpc.Status;
import io.grpc.stub.StreamObserver;
import pulumirpc.Provider.CheckRequest;
import pulumirpc.Provider.CheckResponse;
import pulumirpc.Provider.CreateRequest;
import pulumirpc.Provider.CreateResponse;
import pulumirpc.Provider.DeleteRequest;
import pulumirpc.Provider.DiffRequest;
import pulumirpc.Provider.DiffResponse;
import pulumirpc.Provider.ReadRequest;
import pulumirpc.Provider.ReadResponse;

/** The random provider: what it makes stands nowhere but in the state. */
final class RandomProvider extends PluginProvider {
    private final Faults faults;

    RandomProvider(Faults faults) {
        super("random", "4.18.0");
        this.faults = faults;
    }

    @Override
    public void check(CheckRequest request, StreamObserver<CheckResponse> observer) {
        Answer.to(
                observer,
                () -> CheckResponse.newBuilder().setInputs(request.getNews()).build());
    }

    @Override
    public void diff(DiffRequest request, StreamObserver<DiffResponse> observer) {
        Answer.to(observer, () -> {
            var wanted = wanted(request.getUrn(), WireValues.read(request.getNews()));
            return Change.response(Difference.of(
                    Kind.of(wanted.type()), WireValues.read(request.getOldInputs()), wanted.inputs(), true));
        });
    }

    @Override
    public void create(CreateRequest request, StreamObserver<CreateResponse> observer) {
        Answer.to(observer, () -> {
            var wanted = wanted(request.getUrn(), WireValues.read(request.getProperties()));
            if (request.getPreview()) {
                return CreateResponse.newBuilder()
                        .setProperties(WireValues.write(SimulatedAws.preview(wanted)))
                        .build();
            }
            Made made = faults.around(
                    Operation.CREATE, wanted.urn(), () -> SimulatedAws.make(wanted), RandomProvider::unready);
            return CreateResponse.newBuilder()
                    .setId(made.id())
                    .setProperties(WireValues.write(made.outputs()))
                    .build();
        });
    }

    @Override
    public void read(ReadRequest request, StreamObserver<ReadResponse> observer) {
        Answer.to(observer, () -> ReadResponse.newBuilder()
                .setId(request.getId())
                .setInputs(request.getInputs())
                .setProperties(request.getProperties())
                .build());
    }

    @Override
    public void delete(DeleteRequest request, StreamObserver<Empty> observer) {
        Answer.to(
                observer,
                () -> faults.around(
                        Operation.DELETE, request.getUrn(), Empty::getDefaultInstance, RandomProvider::unready));
    }

    private static RuntimeException unready(Object done) {
        return Status.UNKNOWN.withDescription("timeout (injected)").asRuntimeException();
    }
}
