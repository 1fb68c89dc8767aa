package groundwork.change.play;

import groundwork.change.steps.Action;
import groundwork.change.steps.Steps;
import groundwork.offline.recording.Recorded;
import groundwork.simulated.Finding;
import groundwork.simulated.changes.Changes;
import groundwork.simulated.checks.Rules;
import groundwork.simulated.kinds.Kind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Plays steps against the simulated AWS, call by call, and collects what it refuses. */
public final class Play {
    private static final String PROVIDERS = "pulumi:";

    private final Steps steps;
    private final Standing standing;
    private final Set<String> known = new HashSet<>();
    private final List<Refused> refused = new ArrayList<>();

    private Play(Steps steps, Collection<Finding> known) {
        this.steps = steps;
        this.standing = new Standing(steps);
        known.forEach(finding -> this.known.add(key(finding)));
    }

    /** {@code steps} have ids. What stands in AWS once they were played, whatever was refused of them. */
    public static List<Recorded> left(Steps steps) {
        var play = new Play(steps, List.of());
        steps.actions().stream().filter(play::isOfAws).forEach(play.standing::apply);
        return List.copyOf(play.standing.things());
    }

    /** {@code steps} have ids; {@code known} is what AWS refuses of the stack as it is in the end, however it got there. */
    public static List<Refused> of(Steps steps, Collection<Finding> known) {
        var play = new Play(steps, known);
        for (var action : steps.actions()) {
            if (play.isOfAws(action)) {
                play.call(action);
            }
        }
        return List.copyOf(play.refused);
    }

    private boolean isOfAws(Action action) {
        return action.resource().custom() && !action.resource().type().startsWith(PROVIDERS);
    }

    private void call(Action action) {
        switch (action.kind()) {
            case CREATE -> create(action);
            case UPDATE -> update(action);
            case DELETE -> delete(action);
        }
        standing.apply(action);
    }

    private void create(Action action) {
        var asked = action.resource();
        int before = refused.size();
        tell(action, Rules.judge(asked.existing(), standing.with(asked, Optional.empty())));
        tell(action, Changes.refusedCreation(asked.existing(), standing.deleted()));
        if (refused.size() == before
                && Kind.of(asked.type()).unique().isPresent()
                && !Kind.of(asked.type()).overwrites()) {
            twin(asked)
                    .ifPresent(twin -> tell(
                            action,
                            finding(
                                    "exists-already",
                                    asked,
                                    "%s has the same identity and still exists".formatted(twin.name()))));
        }
    }

    private void update(Action action) {
        var asked = action.resource();
        var old = action.step().before().orElseThrow();
        tell(action, Rules.judge(asked.existing(), standing.with(asked, Optional.of(old))));
        tell(action, Changes.refusedUpdate(old.existing(), asked.existing(), standing.beside(Optional.of(old))));
    }

    private void delete(Action action) {
        var old = action.resource();
        var step = action.step();
        if (step.isProtected()) {
            tell(action, finding("protected", old, "is protected: the engine refuses to delete it"));
        } else if (!step.retains()) {
            tell(
                    action,
                    Changes.refusedDeletion(old.existing(), standing.beside(Optional.of(old)), standing.deleted()));
            if (Kind.of(old.type()).overwrites()) {
                twin(old)
                        .ifPresent(twin -> tell(
                                action,
                                finding(
                                        "deleted-with-old",
                                        old,
                                        "%s took its place, and is deleted with it".formatted(twin.name()))));
            }
        }
    }

    /** Another thing that stands and that AWS can't tell from this one. */
    private Optional<Recorded> twin(Recorded asked) {
        return standing.things().stream()
                .filter(thing -> thing.type().equals(asked.type()) && thing != asked)
                .filter(thing -> identity(thing).equals(identity(asked)))
                .findFirst();
    }

    private void tell(Action action, Collection<Finding> findings) {
        findings.stream()
                .filter(finding -> !known.contains(key(finding)))
                .forEach(finding -> refused.add(new Refused(action, finding)));
    }

    private void tell(Action action, Finding finding) {
        tell(action, new TreeSet<>(Set.of(finding)));
    }

    private static Finding finding(String rule, Recorded resource, String message) {
        return new Finding(rule, resource.urn(), resource.type(), resource.name(), "", message);
    }

    private static String key(Finding finding) {
        return finding.rule() + "|" + finding.urn() + "|" + finding.path();
    }

    private static String identity(Recorded thing) {
        return Kind.of(thing.type()).identity(thing.place().region(), thing.id().orElse(""), thing.outputs());
    }
}
