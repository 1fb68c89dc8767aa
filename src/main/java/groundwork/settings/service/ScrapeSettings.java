package groundwork.settings.service;

import groundwork.settings.marks.Between;
import groundwork.settings.marks.Matching;
import groundwork.settings.marks.Setting;
import groundwork.settings.marks.Short;
import java.util.Optional;

/** Without a port it is the service's own. */
@Short("path")
public record ScrapeSettings(
        @Setting(value = "Path", example = "/metrics")
                @Matching(value = "/[\\w./-]*", says = "a path that starts with /")
                String path,
        @Setting(value = "Port of the metrics, if not that of the service", example = "9113")
                @Between(min = "1", max = "65535")
                Optional<Integer> port) {}
