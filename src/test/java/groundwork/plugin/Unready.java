package groundwork.plugin;

import com.google.protobuf.Any;
import com.google.rpc.Status;
import groundwork.values.WireValues;
import io.grpc.Status.Code;
import io.grpc.protobuf.StatusProto;
import pulumirpc.Provider.ErrorResourceInitFailed;

/** How a provider says that a thing stands but did not become ready in time: the engine then remembers it. */
final class Unready {
    private static final String REASON = "timeout while waiting for it to become ready (injected)";

    private Unready() {}

    static RuntimeException of(Thing thing) {
        var detail = ErrorResourceInitFailed.newBuilder()
                .setId(thing.id())
                .setInputs(WireValues.write(thing.inputs()))
                .setProperties(WireValues.write(thing.outputs()))
                .addReasons(REASON)
                .build();
        return StatusProto.toStatusRuntimeException(Status.newBuilder()
                .setCode(Code.UNKNOWN.value())
                .setMessage(REASON)
                .addDetails(Any.pack(detail))
                .build());
    }
}
