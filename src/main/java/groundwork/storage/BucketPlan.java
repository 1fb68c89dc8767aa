package groundwork.storage;

import static java.util.Objects.requireNonNull;

import groundwork.settings.storage.BucketSettings;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What a bucket is to do beyond keeping objects private and encrypted. */
public record BucketPlan(
        boolean versioning,
        Optional<Duration> expiry,
        List<String> cors,
        Encryption encryption,
        Optional<Boolean> protect) {
    /** Load balancers and CloudFront can work only with the keys of S3. */
    public enum Encryption {
        WITH_KEY_OF_STACK,
        WITH_KEY_OF_S3
    }

    public BucketPlan {
        requireNonNull(expiry, "expiry is null");
        requireNonNull(encryption, "encryption is null");
        requireNonNull(protect, "protect is null");
        cors = List.copyOf(cors);
    }

    public static BucketPlan of(BucketSettings settings) {
        return new BucketPlan(
                settings.versioning(),
                settings.expiry(),
                settings.cors(),
                Encryption.WITH_KEY_OF_STACK,
                settings.protect());
    }

    /** For files that another AWS service writes or reads. */
    public static BucketPlan forAwsServices() {
        return new BucketPlan(false, Optional.empty(), List.of(), Encryption.WITH_KEY_OF_S3, Optional.empty());
    }

    /** What is overwritten or deleted by mistake can be had back. */
    public BucketPlan versioned() {
        return new BucketPlan(true, expiry, cors, encryption, protect);
    }

    public BucketPlan withExpiry(Duration after) {
        return new BucketPlan(versioning, Optional.of(after), cors, encryption, protect);
    }
}
