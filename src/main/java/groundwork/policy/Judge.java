package groundwork.policy;

import com.google.gson.Gson;
import com.google.gson.JsonIOException;
import com.google.gson.JsonParseException;
import groundwork.offline.recording.Recorded;
import groundwork.offline.recording.Recording;
import groundwork.settings.StackSettings;
import groundwork.values.Secret;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The rules in a Node process of their own, which starts while the program runs and gets its recording once. */
public final class Judge implements AutoCloseable {
    private static final int NODE_IS_TOO_OLD = 64;
    private static final Gson JSON = new Gson();

    private final PolicyPack pack;
    private final Process process;
    private final CompletableFuture<String> answer;
    private final CompletableFuture<String> errors;

    private Judge(PolicyPack pack, Process process) {
        this.pack = pack;
        this.process = process;
        this.answer = read(process.getInputStream());
        this.errors = read(process.getErrorStream());
    }

    public static Judge start(PolicyPack pack) throws NotJudged {
        if (!Files.exists(pack.judge())) {
            throw new NotJudged("the policy pack is not built; run ./groundwork build with Node 20 or later and npm");
        }
        try {
            return new Judge(pack, new ProcessBuilder(pack.node(), pack.judge().toString()).start());
        } catch (IOException absent) {
            throw new NotJudged("there is no Node on the PATH; install Node 20 or later");
        }
    }

    public Judgement judge(Recording recording, StackSettings settings) throws NotJudged {
        handOver(recording, settings);
        var judged = awaited();
        if (exitCode() == NODE_IS_TOO_OLD) {
            throw new NotJudged(errors.join().strip());
        }
        try {
            var judgement = exitCode() == 0 ? JSON.fromJson(judged, Judgement.class) : null;
            if (judgement != null) {
                return withoutSecrets(judgement, recording);
            }
        } catch (JsonParseException broken) {
            throw failure("its answer is not a judgement: " + broken.getMessage());
        }
        throw failure(reason());
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    private void handOver(Recording recording, StackSettings settings) {
        try (var input = new BufferedWriter(
                new OutputStreamWriter(process.getOutputStream(), StandardCharsets.UTF_8), 1 << 16)) {
            JSON.toJson(HandedOver.of(recording, settings), input);
        } catch (IOException | JsonIOException ended) {
            // It ended before it had read everything; its exit code and its last words say why.
        }
    }

    private String awaited() {
        try {
            var judged = answer.get(pack.limit().toMillis(), TimeUnit.MILLISECONDS);
            if (process.waitFor(pack.limit().toMillis(), TimeUnit.MILLISECONDS)) {
                return judged;
            }
        } catch (TimeoutException late) {
            // Told below.
        } catch (ExecutionException broken) {
            throw failure(broken.getMessage());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
        process.destroyForcibly();
        throw failure("it gave no answer within %d s".formatted(pack.limit().toSeconds()));
    }

    /** The rules see secrets, as they do under the engine; what they say is shown to everybody. */
    private static Judgement withoutSecrets(Judgement judgement, Recording recording) {
        var inputs = recording.resources().stream().map(Recorded::inputs).toList();
        return judgement.said(message -> Secret.mask(message, inputs));
    }

    private int exitCode() {
        return process.exitValue();
    }

    /** The line of Node's report that says what went wrong, rather than where. */
    private String reason() {
        var lines = errors.join().lines().filter(line -> !line.isBlank()).toList();
        return lines.stream()
                .filter(line -> line.matches("(Uncaught )?\\w*Error\\b.*"))
                .findFirst()
                .or(() -> lines.stream().findFirst())
                .orElse("it ended with exit code " + exitCode());
    }

    private static IllegalStateException failure(String reason) {
        return new IllegalStateException("the policy pack failed: " + reason
                + "; run ./groundwork build, or npm test in policy; --policy off goes without it");
    }

    private static CompletableFuture<String> read(InputStream stream) {
        return CompletableFuture.supplyAsync(
                () -> {
                    try {
                        return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
                    } catch (IOException broken) {
                        throw new UncheckedIOException(broken);
                    }
                },
                task -> {
                    var thread = new Thread(task, "policy-pack");
                    thread.setDaemon(true);
                    thread.start();
                });
    }
}
