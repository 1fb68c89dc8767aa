package groundwork;

import static org.assertj.core.api.Assertions.assertThat;

import groundwork.offline.Ids;
import groundwork.offline.recording.Recording;
import groundwork.report.ServiceEnvironment;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The shop's standby in another region: what docs/runbooks/fail-over.md counts on. */
class LauvStandbyTest {
    private final Recording standby = Stacks.file("stacks/lauv/Pulumi.future-west.yaml", Ids.KNOWN);
    private final Recording future = Stacks.file("stacks/lauv/Pulumi.future.yaml", Ids.KNOWN);

    @Test
    void theCopiesOfTheFilesAreInItsRegion() {
        assertThat(future.ofType("aws:backup/vault:Vault"))
                .extracting(vault -> vault.text("arn"))
                .contains("arn:aws:backup:us-west-2:123456789012:backup-vault:lauv-future");
        assertThat(standby.named("aws:efs/fileSystem:FileSystem", "uploads-files")
                        .text("arn"))
                .startsWith("arn:aws:elasticfilesystem:us-west-2:");
    }

    @Test
    void somebodyMayRestoreThem() {
        assertThat(future.ofType("aws:iam/role:Role"))
                .extracting(role -> role.text("name"))
                .contains("lauv-future-backups-test-restorer-service");
    }

    @ParameterizedTest
    @ValueSource(strings = {"gateway", "frontend", "backend"})
    void servicesFindWhatTheyFindAtHome(String service) {
        var there = ServiceEnvironment.of(standby, service);
        var home = ServiceEnvironment.of(future, service);
        assertThat(there.variables().keySet()).isEqualTo(home.variables().keySet());
        assertThat(there.secrets().keySet()).isEqualTo(home.secrets().keySet());
    }

    @Test
    void itAnswersToTheMainNameToo() {
        assertThat(standby.ofType("aws:lb/listenerRule:ListenerRule"))
                .singleElement()
                .satisfies(rule -> assertThat(rule.list("conditions"))
                        .hasSize(1)
                        .first()
                        .asString()
                        .contains("/*"));
        assertThat(standby.ofType("aws:cloudfront/distribution:Distribution")).isEmpty();
    }

    @Test
    void itsNetworkIsAnother() {
        assertThat(standby.named("aws:ec2/vpc:Vpc", "network-vpc").text("cidrBlock"))
                .isEqualTo("10.1.0.0/16");
        assertThat(standby.ofType("aws:ec2/subnet:Subnet"))
                .extracting(subnet -> subnet.text("availabilityZone"))
                .containsOnly("us-west-2a", "us-west-2b");
    }
}
