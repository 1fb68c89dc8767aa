package groundwork.simulated.checks;

import static org.assertj.core.api.Assertions.assertThat;

import groundwork.simulated.rules.RequiredInputs;
import groundwork.simulated.rules.Rule;
import groundwork.simulated.rules.TagRules;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RulesTest {
    @ParameterizedTest
    @MethodSource("samples")
    void refusesWhatAwsRefusesAndNothingElse(RuleSample sample) {
        assertThat(sample.saysOfTheFineOne()).isEmpty();
        assertThat(sample.saysOfTheRefusedOne()).containsExactlyElementsOf(sample.expected());
    }

    @Test
    void everyRuleHasASample() {
        var sampled = samples().map(RuleSample::rule).toList();

        assertThat(sampled).doesNotHaveDuplicates();
        assertThat(sampled)
                .containsExactlyInAnyOrderElementsOf(Stream.concat(
                                Stream.of(RequiredInputs.NAME, TagRules.NAME),
                                Rules.all().stream().map(Rule::name))
                        .toList());
    }

    private static Stream<RuleSample> samples() {
        return RuleSample.all();
    }
}
