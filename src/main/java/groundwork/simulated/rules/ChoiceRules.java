package groundwork.simulated.rules;

import static java.util.stream.Collectors.groupingBy;

import groundwork.aws.Choice;
import groundwork.simulated.Existing;
import java.util.List;
import java.util.Map;

/** Words are among those that AWS takes, out of a table. */
public final class ChoiceRules {
    public static final String NAME = "choice";
    private static final Map<String, List<Choice>> BY_TYPE =
            Choice.all().stream().collect(groupingBy(Choice::type));

    public static final List<Rule> ALL =
            List.of(Rule.of(NAME, ChoiceRules::judge, BY_TYPE.keySet().toArray(String[]::new)));

    private ChoiceRules() {}

    private static void judge(Existing resource, Refusals refusals) {
        for (var choice : BY_TYPE.get(resource.type())) {
            resource.paths(choice.property()).forEach(path -> resource.word(path)
                    .ifPresent(word -> refusals.unless(
                            choice.words().contains(word),
                            path,
                            "\"%s\" is not one of %s",
                            word,
                            String.join(", ", choice.words()))));
        }
    }
}
