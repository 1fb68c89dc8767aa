package groundwork.observe;

import groundwork.base.Site;

/** Tells people what is wrong and shows them how things are, as far as the settings want it. */
public final class Observability {
    private Observability() {}

    public static void create(Watched watched, Site site) {
        var settings = site.settings().observability();
        if (settings.alarms().enabled()) {
            new Alarms("alarms", watched, new Alerts("alerts", site), site);
        }
    }
}
