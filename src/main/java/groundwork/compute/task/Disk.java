package groundwork.compute.task;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.Optional;
import java.util.stream.Stream;

/** Whether a container may write where its image lies; where it may not, /tmp is in memory. */
record Disk(boolean isReadonly, int tmpMebibytes) {
    static final Disk WRITABLE = new Disk(false, 0);

    private static final String TMP = "/tmp";
    private static final int SHARE_OF_TMP = 4;

    static Disk readonly(int taskMebibytes) {
        return new Disk(true, taskMebibytes / SHARE_OF_TMP);
    }

    Optional<JsonArray> tmpfs() {
        if (!isReadonly) {
            return Optional.empty();
        }
        var options = new JsonArray();
        Stream.of("nodev", "noexec", "nosuid").forEach(options::add);
        var tmp = new JsonObject();
        tmp.addProperty("containerPath", TMP);
        tmp.addProperty("size", tmpMebibytes);
        tmp.add("mountOptions", options);
        var array = new JsonArray();
        array.add(tmp);
        return Optional.of(array);
    }
}
