package groundwork.settings.sleep;

import groundwork.settings.marks.Checked;
import groundwork.settings.marks.Matching;
import groundwork.settings.marks.Setting;
import groundwork.settings.problems.Problems;
import java.util.List;

/** Requests that neither wake an environment nor keep it awake. */
public record ProbeSettings(
        @Setting(value = "Paths that only uptime probes ask for", example = "[/healthz]")
                @Matching(value = "/[\\w.~/-]{0,127}", says = "a path that starts with /, without wildcards")
                List<String> paths,
        @Setting(value = "Parts of the User-Agent of uptime probes", example = "[UptimeRobot]")
                @Matching(value = "[\\w./ -]{3,64}", says = "3 to 64 letters, digits, spaces or any of _./-")
                List<String> userAgents)
        implements Checked {
    /** A listener rule takes five values, and one is the host. */
    private static final int MOST = 4;

    @Override
    public void check(Problems problems) {
        problems.unless(!paths.isEmpty() || !userAgents.isEmpty(), "names neither paths nor userAgents; name some");
        problems.at("paths").unless(paths.size() <= MOST, "%d paths; a listener rule takes %d", paths.size(), MOST);
        problems.at("userAgents")
                .unless(userAgents.size() <= MOST, "%d user agents; a listener rule takes %d", userAgents.size(), MOST);
    }
}
