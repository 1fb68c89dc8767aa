package groundwork.offline;

import com.pulumi.deployment.internal.EngineLogger;
import com.pulumi.resources.Resource;
import java.util.List;
import java.util.SortedSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.logging.Level;
import javax.annotation.Nullable;

/** Keeps what a program logs, apart from what is for debugging. */
public final class Messages implements EngineLogger {
    private final SortedSet<String> errors = new ConcurrentSkipListSet<>();
    private final SortedSet<String> warnings = new ConcurrentSkipListSet<>();
    private final SortedSet<String> notes = new ConcurrentSkipListSet<>();

    @Override
    public CompletableFuture<Void> logAsync(
            Level level,
            String message,
            @Nullable Resource resource,
            @Nullable Integer streamId,
            @Nullable Boolean ephemeral) {
        if (level == Level.SEVERE) {
            errors.add(message);
        } else if (level == Level.WARNING) {
            warnings.add(message);
        } else if (level == Level.INFO) {
            notes.add(message);
        }
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public boolean hasLoggedErrors() {
        return !errors.isEmpty();
    }

    @Override
    public int getErrorCount() {
        return errors.size();
    }

    public List<String> notes() {
        return List.copyOf(notes);
    }

    /** Errors and warnings. */
    public List<String> all() {
        var all = new ConcurrentSkipListSet<>(errors);
        all.addAll(warnings);
        return List.copyOf(all);
    }
}
