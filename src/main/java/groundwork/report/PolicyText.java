package groundwork.report;

import static java.util.stream.Collectors.collectingAndThen;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toCollection;

import groundwork.policy.Judgement.Unknown;
import groundwork.policy.Judgement.Violation;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collector;
import java.util.stream.Stream;

/** A judgement as people read it: each violation with the setting to change and the remedy, then what is left open. */
final class PolicyText {
    private final PolicyReport report;
    private final Style style;
    private final List<String> lines = new ArrayList<>();

    private PolicyText(PolicyReport report, Style style) {
        this.report = report;
        this.style = style;
    }

    static List<String> of(PolicyReport report, Style style) {
        var text = new PolicyText(report, style);
        text.lines.add("policy: " + text.sum());
        text.violations(true).forEach(violation -> text.add(violation, style.failure("mandatory")));
        text.violations(false).forEach(violation -> text.add(violation, style.warning("advisory")));
        text.addExcepted();
        text.addUnknown();
        return List.copyOf(text.lines);
    }

    static List<String> failures(PolicyReport report) {
        var text = new PolicyText(report, Style.PLAIN);
        text.lines.add("policy: " + text.sum());
        text.violations(true).forEach(violation -> text.add(violation, "mandatory"));
        return List.copyOf(text.lines);
    }

    private String sum() {
        var judgement = report.judgement();
        var parts = Stream.of(
                        counted(
                                violations(true).count(),
                                "violation of a mandatory rule",
                                "violations of mandatory rules"),
                        counted(violations(false).count(), "of an advisory rule", "of advisory rules"),
                        counted(judgement.excepted().size(), "excepted", "excepted"),
                        counted(judgement.unknown().size(), "not known yet", "not known yet"))
                .filter(part -> !part.isEmpty())
                .collect(joining(", "));
        return parts.isEmpty() ? "no rule is violated" : parts;
    }

    private void add(Violation violation, String level) {
        var where = report.setting(violation).map(path -> path + ": ").orElse("");
        lines.add("  %s  %s%s (%s)".formatted(level, where, fault(violation), source(violation)));
        lines.add("    " + violation.remedy());
    }

    private String fault(Violation violation) {
        var name = violation.resource().isEmpty() ? "" : report.nameOf(violation.resource());
        var input = violation.path().isEmpty() || violation.resource().isEmpty() ? "" : "." + violation.path();
        return name.isEmpty() ? violation.message() : name + input + ": " + violation.message();
    }

    private static String source(Violation violation) {
        return Stream.concat(Stream.of(violation.rule()), violation.control().stream())
                .collect(joining(", "));
    }

    private void addExcepted() {
        report.judgement()
                .excepted()
                .forEach(each -> lines.add("  excepted until %s  %s: %s (%s): %s"
                        .formatted(
                                each.until(),
                                report.nameOf(each.resource()),
                                each.message(),
                                each.rule(),
                                each.reason())));
    }

    private void addUnknown() {
        report.judgement().unknown().stream()
                .collect(groupingBy(
                        Unknown::rule, TreeMap::new, mapping(each -> report.nameOf(each.resource()), names())))
                .forEach((rule, names) -> lines.add("  not known yet  %s: %s".formatted(rule, names)));
    }

    private static Collector<String, ?, String> names() {
        return collectingAndThen(toCollection(TreeSet::new), all -> String.join(", ", all));
    }

    private Stream<Violation> violations(boolean mandatory) {
        return report.judgement().violations().stream().filter(each -> each.isMandatory() == mandatory);
    }

    private static String counted(long count, String one, String many) {
        return count == 0 ? "" : count + " " + (count == 1 ? one : many);
    }
}
