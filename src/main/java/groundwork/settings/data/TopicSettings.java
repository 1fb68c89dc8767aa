package groundwork.settings.data;

import groundwork.settings.marks.Matching;
import groundwork.settings.marks.Setting;
import java.util.List;

/** A topic and the queues that listen to it. */
public record TopicSettings(
        @Setting(value = "Declared queues that receive every message", example = "[jobs]") List<String> queues,
        @Setting(value = "People who receive every message", example = "[ops@example.com]")
                @Matching(value = "[^@\\s]+@[^@\\s]+\\.[^@\\s]+", says = "an e-mail address")
                List<String> email) {}
