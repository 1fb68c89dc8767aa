package groundwork.settings.messaging;

import groundwork.settings.links.Linkable;
import groundwork.settings.links.Offer;
import groundwork.settings.links.Reach;
import groundwork.settings.marks.Checked;
import groundwork.settings.marks.Matching;
import groundwork.settings.marks.Setting;
import groundwork.settings.problems.Problems;
import java.util.HashSet;
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
                @Matching(value = "[^@\\s]+@[^@\\s]+\\.[^@\\s]+", says = "an e-mail address")
                List<String> email,
        @Setting(value = Linkable.RENAMED_FROM, example = "app")
                @Matching(value = Linkable.NAME, says = Linkable.NAME_SAYS)
                Optional<String> renamedFrom)
        implements Checked, Linkable {

    @Override
    public Reach reach() {
        return Reach.aws("sns");
    }

    @Override
    public SortedSet<Offer> offers() {
        return Offer.all(Offer.ARN);
    }

    @Override
    public void check(Problems problems) {
        problems.at("queues").unless(isEachOnce(queues), "lists a queue twice; list each once");
        problems.at("email").unless(isEachOnce(email), "lists an address twice; list each once");
    }

    private static boolean isEachOnce(List<String> names) {
        return new HashSet<>(names).size() == names.size();
    }
}
