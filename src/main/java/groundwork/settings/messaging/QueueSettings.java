package groundwork.settings.messaging;

import groundwork.settings.links.LinkSettings.Access;
import groundwork.settings.links.Linkable;
import groundwork.settings.links.Offer;
import groundwork.settings.links.Reach;
import groundwork.settings.marks.Between;
import groundwork.settings.marks.Matching;
import groundwork.settings.marks.Setting;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;

/** A queue, and a second one for what could not be handled. */
public record QueueSettings(
        @Setting(value = "Visibility timeout", example = "5m") @Between(min = "0s", max = "12h") Duration visibility,
        @Setting(value = "Receives before a message moves to the dead-letter queue", example = "3")
                @Between(min = "1", max = "1000")
                int retries,
        @Setting(value = "Message retention", example = "14d") @Between(min = "1m", max = "14d") Duration retention,
        @Setting(value = "Delivery delay", example = "0s") @Between(min = "0s", max = "15m") Duration delay,
        @Setting(
                        value = "FIFO queue: in order, exactly once",
                        example = "true",
                        cost = "$0.50 for a million requests in place of $0.40")
                boolean fifo,
        @Setting("Alarm rules of this queue") QueueAlarmSettings alarms,
        @Setting(value = Linkable.RENAMED_FROM, example = "app")
                @Matching(value = Linkable.NAME, says = Linkable.NAME_SAYS)
                Optional<String> renamedFrom)
        implements Linkable {

    /** What is added to a queue's name for the one where messages go that could not be handled. */
    public static final String FAILED = "failed";

    /** The same for what Pulumi knows that queue by. */
    public static final String DEAD_LETTERS = "dead-letters";

    @Override
    public Reach reach() {
        return Reach.aws("sqs");
    }

    @Override
    public SortedSet<Offer> offers() {
        return Offer.all(Offer.URL);
    }

    @Override
    public Set<Access> accesses() {
        return EnumSet.of(Access.SEND, Access.CONSUME, Access.SEND_CONSUME);
    }

    @Override
    public Set<String> siblings(String name) {
        return Set.of(name + "-" + FAILED, name + "-" + DEAD_LETTERS);
    }

    /** Whoever has a port sends, a worker consumes. */
    @Override
    public Optional<Access> usualAccess(boolean byWorker) {
        return Optional.of(byWorker ? Access.CONSUME : Access.SEND);
    }
}
