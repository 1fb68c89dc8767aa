package groundwork.change.hazards;

import static org.assertj.core.api.Assertions.assertThat;

import groundwork.simulated.shapes.SdkType;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each row of the table of effects is about a type of the SDK and says all that a hazard needs. */
class EffectsTest {
    static Stream<Map.Entry<String, Map<String, Object>>> rows() {
        return Effects.all().entrySet().stream();
    }

    @ParameterizedTest
    @MethodSource("rows")
    void areWhole(Map.Entry<String, Map<String, Object>> row) {
        var sdk = SdkType.of(row.getKey());
        assertThat(sdk).isPresent();
        assertThat(Set.of("lost", "keep", "stops", "overlaps", "gone", "changes"))
                .containsAll(row.getValue().keySet());
        assertThat(row.getValue().containsKey("lost")).isEqualTo(row.getValue().containsKey("keep"));
        var effects = Effects.of(row.getKey());
        var changed = ((Map<?, ?>) row.getValue().getOrDefault("changes", Map.of()))
                .keySet().stream().map(Object::toString).toList();
        assertThat(sdk.get().inputs()).containsAll(changed);
        assertThat(Stream.concat(
                        Stream.concat(effects.replaced().stream(), effects.deleted().stream()),
                        changed.stream().flatMap(property -> effects.changed(property).stream())))
                .allSatisfy(
                        stop -> assertThat(List.of(stop.what(), stop.time())).doesNotContain(""));
    }
}
