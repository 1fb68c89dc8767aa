package groundwork.plugin;

import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.StreamObserver;
import java.util.function.Supplier;

/** Sends what a call comes to: its answer, the error it threw, or why it broke. */
final class Answer {
    private Answer() {}

    static <T> void to(StreamObserver<T> observer, Supplier<T> call) {
        try {
            observer.onNext(call.get());
            observer.onCompleted();
        } catch (StatusRuntimeException told) {
            observer.onError(told);
        } catch (RuntimeException broken) {
            observer.onError(Status.UNKNOWN
                    .withDescription(broken.toString())
                    .withCause(broken)
                    .asRuntimeException());
        }
    }
}
