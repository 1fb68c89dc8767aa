package groundwork.compute;

import com.pulumi.core.Output;
import groundwork.delivery.ImageRepositories;
import groundwork.settings.compute.ImageName;
import groundwork.settings.compute.PublicImage;
import groundwork.settings.service.ServiceSettings;
import java.util.List;
import java.util.Optional;

/** What a container runs: an image of the stack's own, one from elsewhere, or a placeholder until there is one. */
public record Images(ImageRepositories repositories) {
    public boolean isPlaceholder(ServiceSettings service) {
        return service.image().filter(this::canBePulled).isEmpty();
    }

    /** Whether the image is somewhere by now, as far as the stack file tells. */
    public boolean canBePulled(String text) {
        var image = ImageName.parse(text);
        return !image.isOwn() || image.isPushed();
    }

    public Output<String> of(ServiceSettings service) {
        return isPlaceholder(service)
                ? Output.of(PublicImage.BUSYBOX.toString())
                : of(service.image().orElseThrow());
    }

    public Output<String> of(String text) {
        var image = ImageName.parse(text);
        return image.isOwn()
                ? repositories.url(image.repository()).applyValue(url -> url + image.tag())
                : Output.of(text);
    }

    /** The repository that the service's own image is in, once it is. */
    public Optional<Output<String>> ownRepository(ServiceSettings service) {
        return isPlaceholder(service) ? Optional.empty() : service.image().flatMap(this::ownRepository);
    }

    /** The repository that a task must be allowed to pull from. */
    public Optional<Output<String>> ownRepository(String text) {
        var image = ImageName.parse(text);
        return image.isOwn() ? Optional.of(repositories.arn(image.repository())) : Optional.empty();
    }

    /** Answers every health check, so that the first deployment succeeds before anything was pushed. */
    public static List<String> placeholderCommand(ServiceSettings service) {
        if (service.isWorker()) {
            return List.of("sh", "-c", "while true; do sleep 3600; done");
        }
        var path = service.health().path().replaceAll("[?#].*", "");
        var file = path.endsWith("/") ? path + "index.html" : path;
        var folder = "/tmp/www" + file.substring(0, file.lastIndexOf('/'));
        return List.of(
                "sh",
                "-c",
                "mkdir -p '%s' && echo placeholder > '/tmp/www%s' && httpd -f -p %d -h /tmp/www"
                        .formatted(folder, file, service.port().orElseThrow()));
    }
}
