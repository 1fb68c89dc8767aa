package groundwork.observe;

import com.pulumi.core.Output;
import groundwork.base.Site;
import java.util.List;

/** Tells people what is wrong and shows them how things are, as far as the settings want it. */
public final class Observability {
    private Observability() {}

    public static void create(Watched watched, Site site) {
        var settings = site.settings().observability();
        var alarms = settings.alarms().enabled()
                ? new Alarms("alarms", watched, new Alerts("alerts", site), site).arns()
                : List.<Output<String>>of();
        if (settings.dashboard()) {
            new Dashboard("dashboard", watched, alarms, site);
        }
    }
}
