package groundwork.settings;

import static org.assertj.core.api.Assertions.assertThat;

import groundwork.settings.links.Linkable;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class LinkKindTest {
    @Test
    void everyBlockOfLinkTargetsIsMarkedAndNoOther() {
        assertThat(LinkKind.all())
                .extracting(LinkKind::block)
                .containsExactlyElementsOf(Arrays.stream(StackSettings.class.getRecordComponents())
                        .filter(LinkKindTest::hasLinkTargets)
                        .map(RecordComponent::getName)
                        .toList());
    }

    private static boolean hasLinkTargets(RecordComponent block) {
        return block.getGenericType() instanceof ParameterizedType map
                && map.getActualTypeArguments()[map.getActualTypeArguments().length - 1] instanceof Class<?> entry
                && Linkable.class.isAssignableFrom(entry);
    }
}
