package groundwork.settings.data;

import groundwork.settings.marks.Checked;
import groundwork.settings.marks.Matching;
import groundwork.settings.marks.Setting;
import groundwork.settings.problems.Problems;
import java.util.HashSet;
import java.util.List;

/** A topic and the queues that listen to it. */
public record TopicSettings(
        @Setting(value = "Declared queues that receive every message", example = "[jobs]") List<String> queues,
        @Setting(value = "People who receive every message", example = "[ops@example.com]")
                @Matching(value = "[^@\\s]+@[^@\\s]+\\.[^@\\s]+", says = "an e-mail address")
                List<String> email)
        implements Checked {

    @Override
    public void check(Problems problems) {
        problems.at("queues").unless(isEachOnce(queues), "names a queue twice; name each once");
        problems.at("email").unless(isEachOnce(email), "names somebody twice; name each once");
    }

    private static boolean isEachOnce(List<String> names) {
        return new HashSet<>(names).size() == names.size();
    }
}
