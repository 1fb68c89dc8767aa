package groundwork.sleep;

import com.pulumi.asset.AssetArchive;
import com.pulumi.asset.AssetOrArchive;
import com.pulumi.asset.StringAsset;
import groundwork.files.TextResource;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** The modules of the functions, found by following imports, so that no list of them can be out of date. */
final class FunctionSource {
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
            var text = TextResource.read("sleep/" + file);
            into.put(file, new StringAsset(text));
            IMPORT.matcher(text).results().forEach(found -> collect(found.group(1), into));
        }
    }
}
