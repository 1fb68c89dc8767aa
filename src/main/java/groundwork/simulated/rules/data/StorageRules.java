package groundwork.simulated.rules.data;

import static groundwork.aws.ResourceTypes.S3_BUCKET_LIFECYCLE_CONFIGURATION_V2;

import groundwork.aws.StorageClass;
import groundwork.simulated.Existing;
import groundwork.simulated.rules.Refusals;
import groundwork.simulated.rules.Rule;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What S3 takes of a bucket's lifecycle. */
public final class StorageRules {
    public static final List<Rule> ALL =
            List.of(Rule.of("bucket-transitions", StorageRules::transitions, S3_BUCKET_LIFECYCLE_CONFIGURATION_V2));

    private StorageRules() {}

    private static void transitions(Existing lifecycle, Refusals refusals) {
        for (int rule = 0; rule < lifecycle.list("rules").size(); rule++) {
            String path = "rules[%d].transitions".formatted(rule);
            for (int i = 0; i < lifecycle.list(path).size(); i++) {
                String at = "%s[%d]".formatted(path, i);
                earliest(lifecycle, at, refusals);
                if (i > 0) {
                    order(lifecycle, "%s[%d]".formatted(path, i - 1), at, refusals);
                }
            }
        }
    }

    private static void earliest(Existing lifecycle, String at, Refusals refusals) {
        move(lifecycle, at)
                .ifPresent(move -> refusals.unless(
                        move.days >= move.to.earliest(),
                        at + ".days",
                        "is %d; %s takes objects of %d days",
                        move.days,
                        move.to,
                        move.to.earliest()));
    }

    private static void order(Existing lifecycle, String former, String at, Refusals refusals) {
        move(lifecycle, former).ifPresent(from -> move(lifecycle, at)
                .ifPresent(move -> refusals.unless(
                        from.to.precedes(move.to, from.days, move.days),
                        at,
                        "%s at %d days can't follow %s at %d days",
                        move.to,
                        move.days,
                        from.to,
                        from.days)));
    }

    private static Optional<Move> move(Existing lifecycle, String at) {
        var days = lifecycle.number(at + ".days");
        return lifecycle
                .text(at + ".storageClass")
                .flatMap(text -> Stream.of(StorageClass.values())
                        .filter(known -> known.name().equals(text))
                        .findFirst())
                .flatMap(to -> days.map(after -> new Move(to, after)));
    }

    private record Move(StorageClass to, long days) {}
}
