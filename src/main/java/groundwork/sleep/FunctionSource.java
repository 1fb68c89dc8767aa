package groundwork.sleep;

import com.pulumi.asset.AssetArchive;
import com.pulumi.asset.AssetOrArchive;
import com.pulumi.asset.StringAsset;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** The modules of the functions, found by following imports, so that no list of them can be out of date. */
final class FunctionSource {
    private static final String FOLDER = "/groundwork/sleep/";
    private static final Pattern IMPORT = Pattern.compile("from\\s+['\"]\\./([\\w-]+\\.mjs)['\"]");

    private FunctionSource() {}

    static AssetArchive archive(String... entries) {
        var files = new TreeMap<String, AssetOrArchive>();
        for (var entry : entries) {
            collect(entry, files);
        }
        return new AssetArchive(files);
    }

    private static void collect(String file, SortedMap<String, AssetOrArchive> into) {
        if (!into.containsKey(file)) {
            var text = read(file);
            into.put(file, new StringAsset(text));
            IMPORT.matcher(text).results().forEach(found -> collect(found.group(1), into));
        }
    }

    private static String read(String file) {
        try (var stream = FunctionSource.class.getResourceAsStream(FOLDER + file)) {
            if (stream == null) {
                throw new IllegalStateException("the jar lacks " + FOLDER + file);
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
