package groundwork.plugin;

import static java.nio.charset.StandardCharsets.UTF_8;

import groundwork.plugin.Fault.Operation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/** Every operation the cloud was asked for, one a line, across all plugin processes. */
public final class Journal {
    private final Path file;

    Journal(Path file) {
        this.file = file;
    }

    /** Notes the operation and says the how-manieth of its kind it is. */
    synchronized int add(Operation operation, String urn) {
        try (var channel = FileChannel.open(
                file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.APPEND)) {
            channel.lock();
            int before = count(operation);
            channel.write(ByteBuffer.wrap((operation + " " + urn + "\n").getBytes(UTF_8)));
            return before + 1;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    public int count(Operation operation) {
        return (int) lines().stream()
                .filter(line -> line.startsWith(operation.name()))
                .count();
    }

    public void clear() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    public List<String> lines() {
        try {
            return Files.exists(file) ? Files.readAllLines(file) : List.of();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
