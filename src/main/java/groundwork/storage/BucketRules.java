package groundwork.storage;

import com.pulumi.aws.s3.BucketCorsConfigurationV2;
import com.pulumi.aws.s3.BucketCorsConfigurationV2Args;
import com.pulumi.aws.s3.BucketLifecycleConfigurationV2;
import com.pulumi.aws.s3.BucketLifecycleConfigurationV2Args;
import com.pulumi.aws.s3.BucketVersioningV2;
import com.pulumi.aws.s3.BucketVersioningV2Args;
import com.pulumi.aws.s3.inputs.BucketCorsConfigurationV2CorsRuleArgs;
import com.pulumi.aws.s3.inputs.BucketLifecycleConfigurationV2RuleAbortIncompleteMultipartUploadArgs;
import com.pulumi.aws.s3.inputs.BucketLifecycleConfigurationV2RuleArgs;
import com.pulumi.aws.s3.inputs.BucketLifecycleConfigurationV2RuleExpirationArgs;
import com.pulumi.aws.s3.inputs.BucketLifecycleConfigurationV2RuleFilterArgs;
import com.pulumi.aws.s3.inputs.BucketLifecycleConfigurationV2RuleNoncurrentVersionExpirationArgs;
import com.pulumi.aws.s3.inputs.BucketLifecycleConfigurationV2RuleTransitionArgs;
import com.pulumi.aws.s3.inputs.BucketVersioningV2VersioningConfigurationArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.Resource;
import groundwork.base.Component;
import groundwork.settings.storage.BucketCorsSettings;
import groundwork.settings.storage.TransitionSettings;
import java.util.ArrayList;
import java.util.List;

/** How long a bucket's objects live, where they are kept, and whose pages may ask for them. */
final class BucketRules {
    private static final int DAYS_OF_UNFINISHED_UPLOADS = 7;

    private final Component owner;
    private final Output<String> bucket;
    private final BucketPlan plan;

    private BucketRules(Component owner, Output<String> bucket, BucketPlan plan) {
        this.owner = owner;
        this.bucket = bucket;
        this.plan = plan;
    }

    static void create(Component owner, Output<String> bucket, BucketPlan plan) {
        var rules = new BucketRules(owner, bucket, plan);
        var before = new ArrayList<Resource>();
        plan.versions().ifPresent(kept -> before.add(rules.createVersioning()));
        rules.createLifecycle(before);
        plan.cors().ifPresent(rules::createCors);
    }

    private Resource createVersioning() {
        return new BucketVersioningV2(
                owner.child("versioning"),
                BucketVersioningV2Args.builder()
                        .bucket(bucket)
                        .versioningConfiguration(BucketVersioningV2VersioningConfigurationArgs.builder()
                                .status("Enabled")
                                .build())
                        .build(),
                owner.inside());
    }

    private void createLifecycle(List<Resource> before) {
        var rules = new ArrayList<BucketLifecycleConfigurationV2RuleArgs>();
        rules.add(rule("unfinished-uploads")
                .abortIncompleteMultipartUpload(
                        BucketLifecycleConfigurationV2RuleAbortIncompleteMultipartUploadArgs.builder()
                                .daysAfterInitiation(DAYS_OF_UNFINISHED_UPLOADS)
                                .build())
                .build());
        plan.versions()
                .ifPresent(kept -> rules.add(rule("earlier-versions")
                        .noncurrentVersionExpiration(
                                BucketLifecycleConfigurationV2RuleNoncurrentVersionExpirationArgs.builder()
                                        .noncurrentDays((int) kept.toDays())
                                        .build())
                        .expiration(BucketLifecycleConfigurationV2RuleExpirationArgs.builder()
                                .expiredObjectDeleteMarker(true)
                                .build())
                        .build()));
        if (!plan.transitions().isEmpty()) {
            rules.add(rule("storage-classes")
                    .transitions(plan.transitions().stream()
                            .map(BucketRules::transition)
                            .toList())
                    .build());
        }
        plan.expiry()
                .ifPresent(time -> rules.add(rule("expiry")
                        .expiration(BucketLifecycleConfigurationV2RuleExpirationArgs.builder()
                                .days((int) time.toDays())
                                .build())
                        .build()));
        new BucketLifecycleConfigurationV2(
                owner.child("lifecycle"),
                BucketLifecycleConfigurationV2Args.builder()
                        .bucket(bucket)
                        .rules(rules)
                        .build(),
                owner.after(before));
    }

    /** An empty filter means every object. */
    private static BucketLifecycleConfigurationV2RuleArgs.Builder rule(String id) {
        return BucketLifecycleConfigurationV2RuleArgs.builder()
                .id(id)
                .status("Enabled")
                .filter(BucketLifecycleConfigurationV2RuleFilterArgs.builder().build());
    }

    private static BucketLifecycleConfigurationV2RuleTransitionArgs transition(TransitionSettings transition) {
        return BucketLifecycleConfigurationV2RuleTransitionArgs.builder()
                .storageClass(transition.to().name())
                .days((int) transition.after().toDays())
                .build();
    }

    private void createCors(BucketCorsSettings cors) {
        new BucketCorsConfigurationV2(
                owner.child("cors"),
                BucketCorsConfigurationV2Args.builder()
                        .bucket(bucket)
                        .corsRules(BucketCorsConfigurationV2CorsRuleArgs.builder()
                                .allowedOrigins(cors.origins())
                                .allowedMethods(cors.methods())
                                .allowedHeaders(cors.headers())
                                .exposeHeaders(cors.expose())
                                .maxAgeSeconds((int) cors.maxAge().toSeconds())
                                .build())
                        .build(),
                owner.inside());
    }
}
