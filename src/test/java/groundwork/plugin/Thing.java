package groundwork.plugin;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Struct;
import com.google.protobuf.util.JsonFormat;
import groundwork.values.WireValues;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Something that stands in the cloud. */
public record Thing(
        String urn,
        String type,
        String id,
        String region,
        SortedMap<String, Object> inputs,
        SortedMap<String, Object> outputs) {

    String json() {
        var fields = new TreeMap<String, Object>(Map.of("urn", urn, "type", type, "id", id, "region", region));
        fields.put("inputs", inputs);
        fields.put("outputs", outputs);
        try {
            return JsonFormat.printer().sortingMapKeys().print(WireValues.write(fields));
        } catch (InvalidProtocolBufferException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @SuppressWarnings("unchecked")
    static Thing parse(String json) {
        var struct = Struct.newBuilder();
        try {
            JsonFormat.parser().merge(json, struct);
        } catch (InvalidProtocolBufferException broken) {
            throw new IllegalArgumentException(broken);
        }
        var fields = WireValues.read(struct.build());
        return new Thing(
                (String) fields.get("urn"),
                (String) fields.get("type"),
                (String) fields.get("id"),
                (String) fields.get("region"),
                (SortedMap<String, Object>) fields.get("inputs"),
                (SortedMap<String, Object>) fields.get("outputs"));
    }
}
