package groundwork.settings.observe;

import static groundwork.settings.StackText.problems;
import static groundwork.settings.StackText.read;
import static groundwork.settings.StackText.warnings;
import static org.assertj.core.api.Assertions.assertThat;

import groundwork.settings.links.LinkSettings;
import groundwork.settings.service.ServiceSettings;
import groundwork.settings.service.Size;
import groundwork.settings.units.FileText;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MonitoringTest {
    private static final String BOTH =
            """
            groundwork:monitoring: {}
            groundwork:services:
              app: { port: 3000, image: "a:1", scrape: /figures, discovery: front }
              worker: { image: "w:1", scrape: { port: 9113 } }
            """;

    @Test
    void addsPrometheusAndGrafanaWithAllTheyNeed() {
        var settings = read(BOTH).settings();

        assertThat(settings.services()).containsOnlyKeys("app", "grafana", "prometheus", "worker");
        assertThat(settings.volumes()).containsOnlyKeys("prometheus-data");
        assertThat(settings.secrets()).containsOnlyKeys("grafana-admin");
        assertThat(settings.secrets().get("grafana-admin").generate()).contains(32);
        assertThat(settings.services()
                        .get("prometheus")
                        .mounts()
                        .get("prometheus-data")
                        .path())
                .isEqualTo("/prometheus");
        assertThat(settings.services().get("grafana").readsMetrics()).isTrue();
    }

    @Test
    void prometheusLinksToWhateverItCollectsFrom() {
        assertThat(prometheus().links()).extracting(LinkSettings::to).containsExactly("app", "worker");
        assertThat(prometheus().links())
                .allSatisfy(link -> assertThat(link.access()).contains(LinkSettings.Access.SCRAPE));
    }

    @Test
    void jobsFindEveryTaskByItsServicesInnerName() {
        assertThat(prometheus().files().get("/config/prometheus.yml").text())
                .endsWith(
                        """
                          - job_name: app
                            metrics_path: /figures
                            dns_sd_configs:
                              - names: [front.shop-test.internal]
                                type: A
                                port: 3000
                                refresh_interval: 15s
                          - job_name: worker
                            metrics_path: /metrics
                            dns_sd_configs:
                              - names: [worker.shop-test.internal]
                                type: A
                                port: 9113
                                refresh_interval: 15s
                        """);
    }

    @Test
    void whatTheStackFileSaysItselfWins() {
        var reading = read(BOTH + "  prometheus: { size: { cpu: 512 }, links: [] }\n");

        var prometheus = reading.settings().services().get("prometheus");
        assertThat(prometheus.size()).isEqualTo(new Size(512, 1024));
        assertThat(prometheus.links()).isEmpty();
        assertThat(reading.effective().get("services.prometheus.size.cpu").origin())
                .hasToString("stack file");
        assertThat(reading.effective().get("services.prometheus.size.memory").origin())
                .hasToString("monitoring");
        assertThat(reading.effective().get("services.prometheus.arch").origin()).hasToString("default");
    }

    @Test
    void eitherCanBeHadAlone() {
        var grafana = read("groundwork:monitoring: { prometheus: false }").settings();
        var prometheus = read("groundwork:monitoring: { grafana: false }").settings();

        assertThat(grafana.services()).containsOnlyKeys("grafana");
        assertThat(grafana.services().get("grafana").links())
                .extracting(LinkSettings::to)
                .containsExactly("grafana-admin");
        assertThat(grafana.services().get("grafana").files())
                .doesNotContainKey("/config/provisioning/datasources/prometheus.yaml");
        assertThat(prometheus.services()).containsOnlyKeys("prometheus");
        assertThat(read("").settings().services()).isEmpty();
    }

    @Test
    void serviceConnectLeavesPrometheusNothingToFindTasksBy() {
        assertThat(problems(BOTH + "groundwork:network: { discovery: connect }\n"))
                .containsExactly(
                        "monitoring.prometheus: Prometheus finds tasks by DNS, which Service Connect lacks; set "
                                + "network.discovery: dns");
    }

    @Test
    void prometheusAloneIsToldOf() {
        assertThat(warnings("groundwork:monitoring: {}"))
                .containsExactly("monitoring.prometheus: Prometheus has nothing to scrape; set scrape on a service");
    }

    @Test
    void namesAreTakenLikeAnyOthers() {
        assertThat(problems(BOTH + "groundwork:databases: { grafana: {} }\n"))
                .containsExactly(
                        "databases.grafana: services.grafana has the same name, and links refer to names; rename "
                                + "one of the two");
    }

    @Test
    void filesAreShownByTheirLengthAlone() {
        Map<String, FileText> files = prometheus().files();

        assertThat(files.get("/config/rules.yml")).asString().matches("\\[\\d+ lines]");
    }

    private static ServiceSettings prometheus() {
        return read(BOTH).settings().services().get("prometheus");
    }
}
