package groundwork.plugin;

import groundwork.simulated.kinds.Kind;
import groundwork.simulated.shapes.Fingerprint;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The simulated account on disk: one file for each thing that stands, so that every process sees the same. */
public final class Cloud {
    private record Seen(FileTime written, Thing thing) {}

    private final Map<Path, Seen> seen = new ConcurrentHashMap<>();
    private final Path things;
    private final Path components;
    private final Path deleted;
    private final Journal journal;

    public Cloud(Path folder) {
        things = folder.resolve("things");
        components = folder.resolve("components");
        deleted = folder.resolve("deleted");
        journal = new Journal(folder.resolve("journal"));
        try {
            Files.createDirectories(deleted);
            Files.createDirectories(things);
            Files.createDirectories(components);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    public Journal journal() {
        return journal;
    }

    /** Puts up a thing nobody has put up before; false when one of that identity stands already. */
    boolean add(Thing thing) {
        var written = write(thing);
        try {
            Files.createLink(file(thing.type(), identity(thing)), written);
            return true;
        } catch (FileAlreadyExistsException taken) {
            return false;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } finally {
            delete(written);
        }
    }

    public void replace(Thing old, Thing changed) {
        try {
            Files.move(
                    write(changed),
                    file(changed.type(), identity(changed)),
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        if (!identity(old).equals(identity(changed))) {
            remove(old);
        }
    }

    public void remove(Thing thing) {
        delete(file(thing.type(), identity(thing)));
    }

    /** AWS keeps some of what was deleted for a while, or its name. */
    void delete(Thing thing) {
        find(thing).ifPresent(standing -> {
            try {
                var written = write(standing);
                Files.move(written, deleted.resolve(written.getFileName() + ".json"), StandardCopyOption.ATOMIC_MOVE);
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        });
        remove(thing);
    }

    List<Thing> deleted() {
        return things(deleted);
    }

    Optional<Thing> find(Thing known) {
        return read(file(known.type(), identity(known)));
    }

    public Optional<Thing> find(String type, String id) {
        return things().stream()
                .filter(thing -> thing.type().equals(type) && thing.id().equals(id))
                .findFirst();
    }

    /** Of a component nothing stands itself, but what it built is known from its first update on. */
    void built(String component) {
        try {
            Files.writeString(memory(component), component);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    boolean isBuilt(String component) {
        return Files.exists(memory(component));
    }

    public List<Thing> things() {
        return things(things);
    }

    private List<Thing> things(Path folder) {
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .flatMap(file -> read(file).stream())
                    .toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static String identity(Thing thing) {
        return Kind.of(thing.type()).identity(thing.region(), thing.id(), thing.outputs());
    }

    private Path file(String type, String identity) {
        String readable = type.substring(type.lastIndexOf(':') + 1);
        return things.resolve(readable + "-" + Fingerprint.hex(type + identity, 24) + ".json");
    }

    private Path memory(String component) {
        return components.resolve(Fingerprint.hex(component, 24));
    }

    private Path write(Thing thing) {
        try {
            var file = Files.createTempFile(things, "thing", ".new");
            return Files.writeString(file, thing.json());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private Optional<Thing> read(Path file) {
        try {
            var written = Files.getLastModifiedTime(file);
            var known = seen.get(file);
            if (known == null || !known.written().equals(written)) {
                known = new Seen(written, Thing.parse(Files.readString(file)));
                seen.put(file, known);
            }
            return Optional.of(known.thing());
        } catch (NoSuchFileException gone) {
            return Optional.empty();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
