package groundwork.report;

import static org.assertj.core.api.Assertions.assertThat;

import groundwork.Stacks;
import groundwork.offline.Ids;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TopologyTextTest {
    private final List<String> lines = TopologyText.of(Stacks.file("Pulumi.prod.yaml", Ids.KNOWN));

    @Test
    void everyServiceNamesWhatItLinksTo() {
        assertThat(lines).contains("links", "  worker ──► db, redis, log-level, database-pool-size, api-keys");
    }

    @Test
    void readOnlyDisksAreTold() {
        assertThat(TopologyText.of(Stacks.file("Pulumi.staging.yaml", Ids.KNOWN)))
                .containsSequence(
                        "read-only disks, with /tmp in memory (readonlyDisk: false, where an image writes elsewhere)",
                        "  worker");
    }

    @Test
    void partsAreIndentedBelowTheirComponentAndStatefulOnesMarked() {
        assertThat(lines).anyMatch(line -> line.matches("│  ├─ instance +aws rds\\.Instance  protected"));
    }

    @Test
    void treeFitsTheTerminal() {
        var narrow =
                TopologyText.of(Stacks.file("Pulumi.prod.yaml", Ids.KNOWN), Optional.empty(), new Style(80, false));
        var tree = narrow.subList(1, narrow.indexOf(""));
        assertThat(tree).hasSize(lines.indexOf("") - 1).allMatch(line -> line.length() <= 80);
        assertThat(tree).anyMatch(line -> line.matches("│  ├─ instance +aws rds\\.Instance  protected"));
    }

    @Test
    void typesAreFaintWhereThereIsColor() {
        assertThat(TopologyText.of(Stacks.file("Pulumi.prod.yaml", Ids.KNOWN), Optional.empty(), new Style(0, true)))
                .anyMatch(line -> line.endsWith("\033[2maws rds.Instance\033[0m\033[1m  protected\033[0m"));
    }

    @Test
    void endpointsAreListedByKindNameAndKey() {
        assertThat(lines).contains("  databases.db.port = 5432", "  services.app.url = https://interviewlm.com");
    }
}
