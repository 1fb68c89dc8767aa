package groundwork.policy;

import java.util.List;
import java.util.function.UnaryOperator;

/** What the rules of the policy pack say of a topology. */
public record Judgement(boolean passed, List<Violation> violations, List<Unknown> unknown, List<Excepted> excepted) {

    /**
     * Resources are URNs; the path is that of the input, and is empty where none is wrong by itself. The settings to change have
     * {@code *} for the name of an entry.
     */
    public record Violation(
            String rule,
            String level,
            String resource,
            String path,
            String message,
            String remedy,
            List<String> control,
            String setting) {
        public boolean isMandatory() {
            return level.equals("mandatory");
        }

        private Violation said(UnaryOperator<String> words) {
            return new Violation(rule, level, resource, path, words.apply(message), remedy, control, setting);
        }
    }

    /** A verdict that depends on a value which only the update will know. */
    public record Unknown(String rule, String resource, String path) {}

    /** A violation that an exception lets pass. */
    public record Excepted(String rule, String resource, String message, String reason, String until) {
        private Excepted said(UnaryOperator<String> words) {
            return new Excepted(rule, resource, words.apply(message), reason, until);
        }
    }

    public Judgement {
        violations = List.copyOf(violations);
        unknown = List.copyOf(unknown);
        excepted = List.copyOf(excepted);
    }

    /** The same, with its messages in other words. */
    Judgement said(UnaryOperator<String> words) {
        return new Judgement(
                passed,
                violations.stream().map(each -> each.said(words)).toList(),
                unknown,
                excepted.stream().map(each -> each.said(words)).toList());
    }
}
