package groundwork.storage;

import com.pulumi.aws.s3.BucketOwnershipControls;
import com.pulumi.aws.s3.BucketOwnershipControlsArgs;
import com.pulumi.aws.s3.BucketPolicy;
import com.pulumi.aws.s3.BucketPolicyArgs;
import com.pulumi.aws.s3.BucketPublicAccessBlock;
import com.pulumi.aws.s3.BucketPublicAccessBlockArgs;
import com.pulumi.aws.s3.BucketServerSideEncryptionConfigurationV2;
import com.pulumi.aws.s3.BucketServerSideEncryptionConfigurationV2Args;
import com.pulumi.aws.s3.BucketV2;
import com.pulumi.aws.s3.BucketV2Args;
import com.pulumi.aws.s3.inputs.BucketOwnershipControlsRuleArgs;
import com.pulumi.aws.s3.inputs.BucketServerSideEncryptionConfigurationV2RuleApplyServerSideEncryptionByDefaultArgs;
import com.pulumi.aws.s3.inputs.BucketServerSideEncryptionConfigurationV2RuleArgs;
import com.pulumi.core.Output;
import groundwork.base.Component;
import groundwork.base.EncryptionKey;
import groundwork.permissions.PolicyDocument;
import groundwork.permissions.Statement;
import groundwork.plan.names.NameRule;
import groundwork.storage.BucketPlan.Encryption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A bucket that no stranger can read, encrypted, with objects that are all its owner's. */
public final class PrivateBucket extends Component {
    private final Optional<EncryptionKey> key;
    private final BucketV2 bucket;
    private final BucketPublicAccessBlock closed;

    /** Whoever makes one calls {@link #admit} once. */
    public PrivateBucket(String suffix, BucketPlan plan, Component whole) {
        super("storage:PrivateBucket", suffix, whole);
        key = stack().ownKey().filter(own -> plan.encryption() == Encryption.WITH_KEY_OF_STACK);
        bucket = createBucket(stack().protects(plan.protect()));
        closed = closeToPublic();
        createOwnership();
        createEncryption();
        BucketRules.create(this, bucket.bucket(), plan);
        outputs(Map.of("name", bucketName(), "arn", arn()));
    }

    public Output<String> bucketName() {
        return bucket.bucket();
    }

    public Output<String> arn() {
        return bucket.arn();
    }

    /** The ARN of the objects whose keys match, for a policy. */
    public Output<String> objects(String pattern) {
        return bucket.arn().applyValue(arn -> arn + "/" + pattern);
    }

    /** The host name that CloudFront fetches from. */
    public Output<String> regionalHost() {
        return bucket.bucketRegionalDomainName();
    }

    /** The key of the stack's own that objects are encrypted with, where it is not one of AWS's. */
    public Optional<EncryptionKey> key() {
        return key;
    }

    /** Writes the bucket's policy: nothing without TLS, and the others named here. */
    public BucketPolicy admit(Statement... others) {
        var statements = new ArrayList<Statement>();
        statements.add(Statement.denyWithoutTls("s3:*").on(List.of(arn(), objects("*"))));
        statements.addAll(List.of(others));
        return new BucketPolicy(
                child("policy"),
                BucketPolicyArgs.builder()
                        .bucket(bucket.bucket())
                        .policy(PolicyDocument.of(statements))
                        .build(),
                after(closed));
    }

    private BucketV2 createBucket(boolean isProtected) {
        return new BucketV2(
                child("bucket"),
                BucketV2Args.builder()
                        .bucketPrefix(stack().names().of(NameRule.BUCKET_PREFIX, name()) + "-")
                        .forceDestroy(!isProtected)
                        .build(),
                keepingNames("bucketPrefix").protect(isProtected).build());
    }

    private BucketPublicAccessBlock closeToPublic() {
        return new BucketPublicAccessBlock(
                child("closed"),
                BucketPublicAccessBlockArgs.builder()
                        .bucket(bucket.bucket())
                        .blockPublicAcls(true)
                        .blockPublicPolicy(true)
                        .ignorePublicAcls(true)
                        .restrictPublicBuckets(true)
                        .build(),
                inside());
    }

    private void createOwnership() {
        new BucketOwnershipControls(
                child("ownership"),
                BucketOwnershipControlsArgs.builder()
                        .bucket(bucket.bucket())
                        .rule(BucketOwnershipControlsRuleArgs.builder()
                                .objectOwnership("BucketOwnerEnforced")
                                .build())
                        .build(),
                after(closed));
    }

    private void createEncryption() {
        var algorithm = BucketServerSideEncryptionConfigurationV2RuleApplyServerSideEncryptionByDefaultArgs.builder()
                .sseAlgorithm(key.isPresent() ? "aws:kms" : "AES256")
                .kmsMasterKeyId(key.map(EncryptionKey::arn).orElse(null))
                .build();
        new BucketServerSideEncryptionConfigurationV2(
                child("encryption"),
                BucketServerSideEncryptionConfigurationV2Args.builder()
                        .bucket(bucket.bucket())
                        .rules(BucketServerSideEncryptionConfigurationV2RuleArgs.builder()
                                .applyServerSideEncryptionByDefault(algorithm)
                                .bucketKeyEnabled(key.isPresent())
                                .build())
                        .build(),
                inside());
    }
}
