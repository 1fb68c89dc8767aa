package groundwork.tools;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Skips classes whose tools are missing, and says so where nobody overlooks it. */
final class SkippedWithout implements ExecutionCondition {
    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        var tests = context.getRequiredTestClass();
        var missing = missing(tests.getAnnotation(Needs.class));
        if (missing.isEmpty()) {
            return ConditionEvaluationResult.enabled("all tools are here");
        }
        // Asked once for the class, and once for each of its tests.
        if (context.getTestMethod().isEmpty()) {
            missing.forEach(tool -> System.err.println(
                    "######## SKIPPED: the tests of " + tests.getSimpleName() + ": " + tool.missing()));
        }
        return ConditionEvaluationResult.disabled(missing.get(0).missing());
    }

    static List<Tool> missing(Needs needs) {
        return Arrays.stream(needs.value())
                .filter(tool -> tool.folder().isEmpty())
                .toList();
    }
}
