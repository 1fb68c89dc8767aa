package groundwork.settings.observe;

import groundwork.settings.marks.Setting;

/** Prometheus and Grafana as services of the stack, private, with everything they need. */
public record MonitoringSettings(
        @Setting(
                        value = "Prometheus, which collects the metrics of every service with scrape",
                        example = "true",
                        cost = "about $12 for its task, and $0.30 a GB for its data")
                boolean prometheus,
        @Setting(
                        value = "Grafana, with dashboards of Prometheus's and CloudWatch's figures",
                        example = "true",
                        cost = "about $9 for its task, and $0.01 for 1,000 figures of CloudWatch's")
                boolean grafana) {}
