package groundwork.settings.source;

import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import groundwork.settings.problems.Problem;
import groundwork.settings.problems.Problems;
import groundwork.settings.problems.SettingsException;
import groundwork.settings.text.YamlTree;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;

/** A YAML file whose outermost level is a block. */
record YamlFile(String name, JsonObject content, List<Problem> problems) {
    private static final int LARGEST = 1_000_000;

    static YamlFile load(Path file) {
        var name = file.normalize().toString();
        return of(name, text(file, name));
    }

    static YamlFile read(InputStream bytes, String name) throws IOException {
        return of(name, text(bytes, name));
    }

    static YamlFile of(String name, String text) {
        var problems = new Problems();
        var tree = YamlTree.parse(text, name, problems);
        if (tree.isJsonNull()) {
            throw problem(name, "the file is empty");
        }
        if (!(tree instanceof JsonObject content)) {
            throw problem(name, "the file must be a block of keys such as config");
        }
        return new YamlFile(name, content, problems.all());
    }

    /** The block under a key; none is as good as an empty one. */
    JsonObject block(String key) {
        var found = content.get(key);
        if (found == null || found.isJsonNull()) {
            return new JsonObject();
        }
        if (found instanceof JsonObject block) {
            return block;
        }
        throw problem(key, "must be a block of keys");
    }

    /** A value the way the CLI hands it to a program: text as it is, anything else as JSON. */
    static String handedOver(JsonElement value) {
        if (value instanceof JsonNull) {
            return "";
        }
        return value instanceof JsonPrimitive text ? text.getAsString() : value.toString();
    }

    static SettingsException problem(String path, String message) {
        return new SettingsException(List.of(new Problem(path, message)));
    }

    private static String text(Path file, String name) {
        try (var bytes = Files.newInputStream(file)) {
            return text(bytes, name);
        } catch (NoSuchFileException e) {
            throw problem(name, "there is no such file");
        } catch (AccessDeniedException e) {
            throw problem(name, "permission denied; let yourself read the file");
        } catch (IOException e) {
            throw problem(name, "the file can't be read: " + e.getMessage());
        }
    }

    private static String text(InputStream bytes, String name) throws IOException {
        var read = bytes.readNBytes(LARGEST + 1);
        if (read.length > LARGEST) {
            throw problem(name, "the file is larger than 1 MB; a stack file holds settings, data belongs in a bucket");
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(read))
                    .toString();
        } catch (CharacterCodingException e) {
            throw problem(name, "the file is not text in UTF-8");
        }
    }
}
