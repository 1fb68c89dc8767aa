package groundwork.settings.rules.compute;

import groundwork.settings.NetworkSettings.Discovery;
import groundwork.settings.rules.Draft;

/** Prometheus has something to collect, and finds it. */
public record MonitoringRules(Draft draft) {
    public void check() {
        var services = draft.settings().services().values();
        boolean collects = draft.settings()
                .monitoring()
                .filter(monitoring -> monitoring.prometheus())
                .isPresent();
        draft.at("monitoring", "prometheus")
                .unless(
                        !collects || draft.settings().network().discovery() == Discovery.DNS,
                        "Prometheus finds tasks by DNS, which Service Connect lacks; set network.discovery: dns");
        draft.warnAt("monitoring", "prometheus")
                .unless(
                        !collects
                                || !draft.isSound("services")
                                || services.stream()
                                        .anyMatch(service -> service.scrape().isPresent()),
                        "Prometheus has nothing to scrape; set scrape on a service");
    }
}
