package groundwork.delivery;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.pulumi.aws.ecr.LifecyclePolicy;
import com.pulumi.aws.ecr.LifecyclePolicyArgs;
import com.pulumi.aws.ecr.Repository;
import com.pulumi.aws.ecr.RepositoryArgs;
import com.pulumi.aws.ecr.inputs.RepositoryEncryptionConfigurationArgs;
import com.pulumi.aws.ecr.inputs.RepositoryImageScanningConfigurationArgs;
import com.pulumi.core.Output;
import groundwork.base.Component;
import groundwork.base.StackContext;
import groundwork.settings.compute.ImageSettings;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;

/** A repository for each of the stack's own images. */
public final class ImageRepositories extends Component {
    private final SortedMap<String, Repository> repositories = new TreeMap<>();

    public ImageRepositories(String name, SortedSet<String> images, ImageSettings settings, StackContext stack) {
        super("delivery:ImageRepositories", name, stack);
        images.forEach(image -> repositories.put(image, createRepository(image, settings)));
        outputs(Map.of());
    }

    public Output<String> url(String image) {
        return repositories.get(image).repositoryUrl();
    }

    public Output<String> arn(String image) {
        return repositories.get(image).arn();
    }

    /** Where each image is pushed to. */
    public SortedMap<String, Map<String, Output<String>>> endpoints() {
        var endpoints = new TreeMap<String, Map<String, Output<String>>>();
        repositories.forEach((image, repository) -> endpoints.put(image, Map.of("url", repository.repositoryUrl())));
        return endpoints;
    }

    private Repository createRepository(String image, ImageSettings settings) {
        var suffix = image.replaceAll("[^a-z0-9]+", "-");
        var repository = new Repository(
                child(suffix),
                RepositoryArgs.builder()
                        .name(stack().names().prefix() + "/" + image)
                        .imageTagMutability(settings.immutableTags() ? "IMMUTABLE" : "MUTABLE")
                        .imageScanningConfiguration(RepositoryImageScanningConfigurationArgs.builder()
                                .scanOnPush(true)
                                .build())
                        .encryptionConfigurations(encryption())
                        // Images are built again from their commits, and must not keep a service from being removed.
                        .forceDelete(true)
                        .build(),
                inside());
        new LifecyclePolicy(
                child(suffix + "-lifecycle"),
                LifecyclePolicyArgs.builder()
                        .repository(repository.name())
                        .policy(lifecycle(settings.untagged().toDays(), settings.keep()))
                        .build(),
                inside());
        return repository;
    }

    private RepositoryEncryptionConfigurationArgs encryption() {
        var encryption = RepositoryEncryptionConfigurationArgs.builder();
        return stack().keyArn()
                .map(key -> encryption.encryptionType("KMS").kmsKey(key))
                .orElseGet(() -> encryption.encryptionType("AES256"))
                .build();
    }

    private static String lifecycle(long untaggedDays, int keep) {
        var rules = new JsonArray();
        rules.add(rule(1, "untagged", "sinceImagePushed", untaggedDays));
        rules.add(rule(2, "any", "imageCountMoreThan", keep));
        var policy = new JsonObject();
        policy.add("rules", rules);
        return policy.toString();
    }

    private static JsonObject rule(int priority, String tagStatus, String countType, long count) {
        var selection = new JsonObject();
        selection.addProperty("tagStatus", tagStatus);
        selection.addProperty("countType", countType);
        if (countType.equals("sinceImagePushed")) {
            selection.addProperty("countUnit", "days");
        }
        selection.addProperty("countNumber", count);
        var action = new JsonObject();
        action.addProperty("type", "expire");
        var rule = new JsonObject();
        rule.addProperty("rulePriority", priority);
        rule.add("selection", selection);
        rule.add("action", action);
        return rule;
    }
}
