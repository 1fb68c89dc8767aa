package groundwork.offline;

import com.pulumi.core.internal.ContextAwareCompletableFuture;
import com.pulumi.deployment.internal.Runner;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** Counts a program's unfinished tasks: done when none is left, failed when the first of them fails. */
final class Tasks implements Runner {
    /** The program itself is one from the start: its first registrations may be done before it has begun the next. */
    private final AtomicInteger unfinished = new AtomicInteger(1);

    private final CompletableFuture<Void> settled = new CompletableFuture<>();

    @Override
    public <T> void registerTask(String description, CompletableFuture<T> task) {
        unfinished.incrementAndGet();
        task.whenComplete(this::finish);
    }

    private void finish(Object value, Throwable failure) {
        if (failure != null) {
            settled.completeExceptionally(failure);
        }
        if (unfinished.decrementAndGet() == 0) {
            settled.complete(null);
        }
    }

    @Override
    public <T> CompletableFuture<Result<T>> runAsync(Supplier<T> callback) {
        CompletableFuture<T> called = ContextAwareCompletableFuture.supplyAsync(callback);
        called.whenComplete(this::finish);
        return called.thenCombine(settled, (value, nothing) -> finished(value));
    }

    private static <T> Result<T> finished(T value) {
        return new Result<>(ProcessExitedSuccessfully, List.of(), Optional.of(value)) {};
    }

    /** What the program itself threw, out of whatever the futures wrapped it in. */
    static RuntimeException thrown(Throwable failure) {
        Throwable cause = failure;
        while (cause instanceof CompletionException && cause.getCause() != null) {
            cause = cause.getCause();
        }
        if (cause instanceof Error error) {
            throw error;
        }
        return cause instanceof RuntimeException exception ? exception : new IllegalStateException(cause);
    }
}
