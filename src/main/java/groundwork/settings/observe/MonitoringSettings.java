package groundwork.settings.observe;

import groundwork.settings.marks.Setting;

/** Prometheus and Grafana as services of the stack, private, with everything they need. */
public record MonitoringSettings(
        @Setting(
                        value = "Prometheus, scraping every service with scrape",
                        example = "true",
                        cost = "about $12 for its task, and $0.30 a GB for its data")
                boolean prometheus,
        @Setting(
                        value = "Grafana, with dashboards of Prometheus and CloudWatch metrics",
                        example = "true",
                        cost = "about $9 for its task, and $0.01 for 1,000 CloudWatch metrics read")
                boolean grafana) {}
