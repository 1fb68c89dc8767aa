package groundwork;

import static org.assertj.core.api.Assertions.assertThat;

import groundwork.offline.Ids;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TopologyTest {
    @ParameterizedTest
    @MethodSource("groundwork.Stacks#files")
    void awsRefusesNothing(String file) {
        for (var ids : Ids.values()) {
            assertThat(Stacks.file(file, ids).refusals()).as("with ids %s", ids).isEmpty();
        }
    }

    @Test
    void everythingThatHoldsDataIsBackedUpUnlessItsSettingsSayOtherwise() {
        var recording = Stacks.of("production")
                .with("backup", "{}")
                .with("databases", "{ db: {}, lake: { engine: aurora-postgres } }")
                .with("buckets", "{ kept: {}, scratch: { versioning: false } }")
                .with("volumes", "{ uploads: {} }")
                .record();

        assertThat(recording
                        .named("aws:backup/selection:Selection", "backups-selection")
                        .list("resources"))
                .containsExactlyInAnyOrder(
                        recording
                                .named("aws:rds/instance:Instance", "db-instance")
                                .get("arn"),
                        recording
                                .named("aws:rds/cluster:Cluster", "lake-cluster")
                                .get("arn"),
                        recording
                                .named("aws:s3/bucketV2:BucketV2", "kept-files-bucket")
                                .get("arn"),
                        recording
                                .named("aws:efs/fileSystem:FileSystem", "uploads-files")
                                .get("arn"));
    }
}
