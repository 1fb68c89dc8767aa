package groundwork.values;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Struct;
import com.google.protobuf.Value;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WireValuesTest {
    @Test
    void readsWhatItWrote() {
        Map<String, Object> values = Map.of(
                "text",
                "a",
                "whole",
                3000L,
                "fraction",
                0.5,
                "flag",
                true,
                "list",
                List.of("a", 1L, Map.of("deep", Unknown.UNKNOWN)),
                "secret",
                new Secret(Map.of("password", "hunter2")),
                "unknown",
                Unknown.UNKNOWN,
                "code",
                new Asset(Asset.Kind.ARCHIVE, Asset.Source.PATH, "./dist"));

        assertThat(WireValues.read(WireValues.write(values))).isEqualTo(values);
    }

    @Test
    void readsOutputValuesAndResourceReferences() {
        var output = struct("d0e6a833031e9bbcd3f4e8bde6ca49a4")
                .putFields("secret", Value.newBuilder().setBoolValue(true).build());
        var reference = struct("5cf8f73096256a8f31e491e813e4eb8e")
                .putFields("urn", text("urn:a"))
                .putFields("id", text("vpc-1"));
        var values = Struct.newBuilder()
                .putFields("output", Value.newBuilder().setStructValue(output).build())
                .putFields("vpc", Value.newBuilder().setStructValue(reference).build())
                .build();

        assertThat(WireValues.read(values))
                .containsEntry("output", new Secret(Unknown.UNKNOWN))
                .containsEntry("vpc", new Reference("urn:a", "vpc-1"));
    }

    @Test
    void leavesOutWhatIsNull() {
        var values = Struct.newBuilder()
                .putFields("none", Value.newBuilder().setNullValueValue(0).build())
                .build();

        assertThat(WireValues.read(values)).isEmpty();
    }

    private static Struct.Builder struct(String signature) {
        return Struct.newBuilder().putFields("4dabf18193072939515e22adb298388d", text(signature));
    }

    private static Value text(String text) {
        return Value.newBuilder().setStringValue(text).build();
    }
}
