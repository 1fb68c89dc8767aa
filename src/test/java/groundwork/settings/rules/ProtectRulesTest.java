package groundwork.settings.rules;

import static groundwork.aws.ResourceTypes.RDS_INSTANCE;
import static org.assertj.core.api.Assertions.assertThat;

import groundwork.Stacks;
import groundwork.offline.recording.Recording;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One setting protects what holds data, of the whole stack or of one entry. */
class ProtectRulesTest {

    @ParameterizedTest
    @CsvSource({
        "production, '', true",
        "production, ', protect: false', false",
        "staging, '', false",
        "staging, ', protect: true', true"
    })
    void anEntrySaysOtherwiseOfItself(String environment, String more, boolean isProtected) {
        var db = stack(environment, "{backups: 7d" + more + "}", "").named(RDS_INSTANCE, "db-instance");

        assertThat(db.protect()).isEqualTo(isProtected);
        assertThat(db.flag("deletionProtection")).isEqualTo(isProtected);
        assertThat(db.flag("skipFinalSnapshot")).isEqualTo(!environment.equals("production"));
    }

    @Test
    void aStackWithoutProtectionCanBeTakenDown() {
        var stack = stack("production", "{backups: 7d}", "false");

        assertThat(stack.resources()).noneMatch(resource -> resource.protect());
        assertThat(stack.ofType("aws:s3/bucketV2:BucketV2")).allMatch(bucket -> bucket.flag("forceDestroy"));
    }

    @Test
    void aProtectedStackKeepsItsNetworkKeyAndBuckets() {
        var stack = stack("production", "{backups: 7d}", "");

        assertThat(stack.resources().stream()
                        .filter(resource -> resource.protect())
                        .map(resource -> resource.name()))
                .contains("db-instance", "network-vpc", "key-key", "files-files-bucket");
    }

    private static Recording stack(String environment, String database, String protect) {
        var stack = Stacks.of(environment)
                .with("services", "{a: {image: 'a:1', port: 80, routes: [/*], links: [db, files]}}")
                .with("buckets", "{files: {}}")
                .with("databases", "{db: " + database + "}");
        return (protect.isEmpty() ? stack : stack.with("protect", protect)).record();
    }
}
