package groundwork.compute.task;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.List;

/** Where a container finds one of its task's volumes. */
record MountPoint(String volume, String path, boolean readOnly) {
    static JsonArray json(List<MountPoint> points) {
        var array = new JsonArray();
        for (var point : points) {
            var json = new JsonObject();
            json.addProperty("sourceVolume", point.volume());
            json.addProperty("containerPath", point.path());
            json.addProperty("readOnly", point.readOnly());
            array.add(json);
        }
        return array;
    }
}
