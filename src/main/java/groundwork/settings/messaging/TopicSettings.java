package groundwork.settings.messaging;

import groundwork.settings.links.Linkable;
import groundwork.settings.links.Offer;
import groundwork.settings.links.Reach;
import groundwork.settings.marks.Matching;
import groundwork.settings.marks.Setting;
import groundwork.settings.units.EmailAddress;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;

/** A topic and the queues that listen to it. */
public record TopicSettings(
        @Setting(value = "Queues subscribed to the topic", example = "[jobs]") List<String> queues,
        @Setting(
                        value = "E-mail subscriptions",
                        example = "[ops@example.com]",
                        cost = "nothing for the first 1,000 e-mails; then $2 for 100,000")
                @Matching(value = EmailAddress.FORM, says = EmailAddress.SAYS)
                List<String> email,
        @Setting(value = Linkable.RENAMED_FROM, example = "app")
                @Matching(value = Linkable.NAME, says = Linkable.NAME_SAYS)
                Optional<String> renamedFrom)
        implements Linkable {

    @Override
    public Reach reach() {
        return Reach.aws("sns");
    }

    @Override
    public SortedSet<Offer> offers() {
        return Offer.all(Offer.ARN);
    }
}
