package groundwork.settings.reference;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A file made from the settings records. */
public record ReferenceFile(String path, String content) {

    public static List<ReferenceFile> all() {
        return List.of(new ReferenceFile("schema/stack.schema.json", StackSchema.text()), options());
    }

    /** Every setting, for people. */
    public static ReferenceFile options() {
        return new ReferenceFile("docs/options.md", OptionReference.text());
    }

    public void writeBelow(Path directory) throws IOException {
        var file = directory.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
    }
}
