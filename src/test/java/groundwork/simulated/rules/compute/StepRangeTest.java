package groundwork.simulated.rules.compute;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class StepRangeTest {
    private static final double LOWEST = Double.NEGATIVE_INFINITY;
    private static final double HIGHEST = Double.POSITIVE_INFINITY;

    @Test
    void takesWhatMeetsAndIsOpenBeyondTheThreshold() {
        assertThat(StepRange.fault(List.of(range(10, HIGHEST), range(0, 10)))).isEmpty();
        assertThat(StepRange.fault(List.of(range(LOWEST, 0)))).isEmpty();
        assertThat(StepRange.fault(List.of())).isEmpty();
    }

    @Test
    void refusesWhatAwsRefuses() {
        assertThat(StepRange.fault(List.of(range(LOWEST, HIGHEST))))
                .contains("have a step without a bound; AWS requires at least one");
        assertThat(StepRange.fault(List.of(range(5, 5))))
                .contains("have a step whose upper bound is not above its lower one");
        assertThat(StepRange.fault(List.of(range(0, 6), range(5, HIGHEST)))).contains("overlap or leave a gap");
        assertThat(StepRange.fault(List.of(range(0, 5), range(6, HIGHEST)))).contains("overlap or leave a gap");
        assertThat(StepRange.fault(List.of(range(-5, 0))))
                .contains("start below the threshold, so the lowest step must have no lower bound");
        assertThat(StepRange.fault(List.of(range(0, 5))))
                .contains("go above the threshold, so the highest step must have no upper bound");
    }

    private static StepRange range(double from, double to) {
        return new StepRange(from, to);
    }
}
