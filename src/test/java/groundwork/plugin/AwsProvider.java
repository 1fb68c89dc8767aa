package groundwork.plugin;

import com.google.protobuf.Empty;
import groundwork.plugin.Fault.Operation;
import groundwork.simulated.Wanted;
import groundwork.simulated.answers.SimulatedAws;
import groundwork.simulated.kinds.Difference;
import groundwork.simulated.kinds.Kind;
import groundwork.simulated.kinds.Naming;
import groundwork.simulated.kinds.Outputs;
import groundwork.values.WireValues;
import io.grpc.Status;
import io.grpc.stub.StreamObserver;
import java.util.Map;
import java.util.TreeMap;
import pulumirpc.Provider.CheckRequest;
import pulumirpc.Provider.CheckResponse;
import pulumirpc.Provider.CreateRequest;
import pulumirpc.Provider.CreateResponse;
import pulumirpc.Provider.DeleteRequest;
import pulumirpc.Provider.DiffRequest;
import pulumirpc.Provider.DiffResponse;
import pulumirpc.Provider.ReadRequest;
import pulumirpc.Provider.ReadResponse;
import pulumirpc.Provider.UpdateRequest;
import pulumirpc.Provider.UpdateResponse;

/** The AWS provider, over a simulated account on disk. */
final class AwsProvider extends PluginProvider {
    private static final int MOST_COPIES = 1_000;

    static final String VERSION = "6.83.0";

    private final Cloud cloud;
    private final Faults faults;

    AwsProvider(Cloud cloud, Faults faults) {
        super("aws", VERSION);
        this.cloud = cloud;
        this.faults = faults;
    }

    @Override
    public void check(CheckRequest request, StreamObserver<CheckResponse> observer) {
        Answer.to(observer, () -> {
            var wanted = wanted(request.getUrn(), WireValues.read(request.getNews()));
            var before = new TreeMap<>(WireValues.read(request.getOlds()));
            var named = new Naming(this::isFree).named(wanted, before);
            return CheckResponse.newBuilder()
                    .setInputs(WireValues.write(named.inputs()))
                    .addAllFailures(new Refusing(cloud).failures(named, before))
                    .build();
        });
    }

    @Override
    public void diff(DiffRequest request, StreamObserver<DiffResponse> observer) {
        Answer.to(observer, () -> {
            var wanted = wanted(request.getUrn(), WireValues.read(request.getNews()));
            return Change.response(
                    Difference.of(WireValues.read(request.getOldInputs()), WireValues.read(request.getOlds()), wanted));
        });
    }

    @Override
    public void create(CreateRequest request, StreamObserver<CreateResponse> observer) {
        Answer.to(observer, () -> {
            var wanted = wanted(request.getUrn(), WireValues.read(request.getProperties()));
            return request.getPreview()
                    ? CreateResponse.newBuilder()
                            .setProperties(WireValues.write(SimulatedAws.preview(wanted)))
                            .build()
                    : created(wanted);
        });
    }

    @Override
    public void read(ReadRequest request, StreamObserver<ReadResponse> observer) {
        Answer.to(observer, () -> {
            var known = thing(request.getUrn(), request.getId(), WireValues.read(request.getProperties()));
            var standing = cloud.find(known).or(() -> cloud.find(known.type(), known.id()));
            return standing.map(thing -> ReadResponse.newBuilder()
                            .setId(thing.id())
                            .setInputs(WireValues.write(thing.inputs()))
                            .setProperties(WireValues.write(thing.outputs()))
                            .build())
                    .orElseGet(ReadResponse::getDefaultInstance);
        });
    }

    @Override
    public void update(UpdateRequest request, StreamObserver<UpdateResponse> observer) {
        Answer.to(observer, () -> {
            var wanted = wanted(request.getUrn(), WireValues.read(request.getNews()));
            var before = thing(request.getUrn(), request.getId(), WireValues.read(request.getOlds()));
            var old = wanted.withInputs(WireValues.read(request.getOldInputs()));
            var outputs = Outputs.afterUpdate(old, wanted, before.outputs());
            if (!request.getPreview()) {
                new Refusing(cloud).update(old, wanted);
                var after =
                        new Thing(before.urn(), before.type(), before.id(), before.region(), wanted.inputs(), outputs);
                faults.around(Operation.UPDATE, request.getUrn(), () -> updated(before, after), Unready::of);
            }
            return UpdateResponse.newBuilder()
                    .setProperties(WireValues.write(outputs))
                    .build();
        });
    }

    @Override
    public void delete(DeleteRequest request, StreamObserver<Empty> observer) {
        Answer.to(observer, () -> {
            var thing = thing(request.getUrn(), request.getId(), WireValues.read(request.getProperties()));
            new Refusing(cloud).deletion(thing);
            return faults.around(
                    Operation.DELETE,
                    request.getUrn(),
                    () -> {
                        cloud.delete(thing);
                        return Empty.getDefaultInstance();
                    },
                    done -> Status.UNKNOWN
                            .withDescription("timeout while waiting for state to become 'deleted' (injected)")
                            .asRuntimeException());
        });
    }

    private CreateResponse created(Wanted wanted) {
        new Refusing(cloud).creation(wanted);
        var thing = faults.around(Operation.CREATE, wanted.urn(), () -> added(wanted), Unready::of);
        return CreateResponse.newBuilder()
                .setId(thing.id())
                .setProperties(WireValues.write(thing.outputs()))
                .build();
    }

    private Thing added(Wanted wanted) {
        var kind = Kind.of(wanted.type());
        for (int copy = 1; copy < MOST_COPIES; copy++) {
            var made = Outputs.afterCreate(wanted, copy);
            var thing = new Thing(
                    wanted.urn(), wanted.type(), made.id(), place().region(), wanted.inputs(), made.outputs());
            if (cloud.add(thing)) {
                return thing;
            }
            if (kind.overwrites()) {
                cloud.replace(thing, thing);
                return thing;
            }
            if (kind.unique().isPresent()) {
                throw taken(wanted, thing);
            }
        }
        throw new IllegalStateException("the simulated AWS gives every " + wanted.type() + " the same identity");
    }

    private Thing updated(Thing before, Thing after) {
        if (cloud.find(before).isEmpty()) {
            throw Status.NOT_FOUND
                    .withDescription("ResourceNotFoundException: " + before.type() + " " + before.id())
                    .asRuntimeException();
        }
        cloud.replace(before, after);
        return after;
    }

    private boolean isFree(Wanted wanted) {
        return cloud.find(new Thing(
                        wanted.urn(), wanted.type(), "", wanted.place().region(), wanted.inputs(), wanted.inputs()))
                .isEmpty();
    }

    private RuntimeException taken(Wanted wanted, Thing thing) {
        return Status.ALREADY_EXISTS
                .withDescription(
                        "ResourceAlreadyExistsException: %s %s already exists".formatted(wanted.type(), thing.id()))
                .asRuntimeException();
    }

    private Thing thing(String urn, String id, Map<String, Object> outputs) {
        var wanted = wanted(urn, Map.of());
        return new Thing(urn, wanted.type(), id, place().region(), wanted.inputs(), new TreeMap<>(outputs));
    }
}
