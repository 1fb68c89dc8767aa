package groundwork.storage;

import static java.util.Objects.requireNonNull;

import groundwork.settings.storage.BucketCorsSettings;
import groundwork.settings.storage.BucketSettings;
import groundwork.settings.storage.TransitionSettings;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What a bucket is to do beyond keeping objects private and encrypted. */
public record BucketPlan(
        Optional<Duration> versions,
        Optional<Duration> expiry,
        List<TransitionSettings> transitions,
        Optional<BucketCorsSettings> cors,
        Encryption encryption,
        Optional<Boolean> protect) {
    private static final Duration VERSIONS_OF_AWS_SERVICES = Duration.ofDays(30);

    /** Load balancers and CloudFront can work only with the keys of S3. */
    public enum Encryption {
        WITH_KEY_OF_STACK,
        WITH_KEY_OF_S3
    }

    public BucketPlan {
        requireNonNull(versions, "versions is null");
        requireNonNull(expiry, "expiry is null");
        requireNonNull(cors, "cors is null");
        requireNonNull(encryption, "encryption is null");
        requireNonNull(protect, "protect is null");
        transitions = List.copyOf(transitions);
    }

    public static BucketPlan of(BucketSettings settings) {
        return new BucketPlan(
                settings.versions(),
                settings.expiry(),
                settings.transitions(),
                settings.cors(),
                Encryption.WITH_KEY_OF_STACK,
                settings.protect());
    }

    /** For files that another AWS service writes or reads. */
    public static BucketPlan forAwsServices() {
        return new BucketPlan(
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Encryption.WITH_KEY_OF_S3,
                Optional.empty());
    }

    /** What is overwritten or deleted by mistake can be had back. */
    public BucketPlan versioned() {
        return new BucketPlan(Optional.of(VERSIONS_OF_AWS_SERVICES), expiry, transitions, cors, encryption, protect);
    }

    public BucketPlan withExpiry(Duration after) {
        return new BucketPlan(versions, Optional.of(after), transitions, cors, encryption, protect);
    }
}
