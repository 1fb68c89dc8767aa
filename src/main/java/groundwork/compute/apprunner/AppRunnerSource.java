package groundwork.compute.apprunner;

import com.pulumi.aws.apprunner.inputs.ServiceSourceConfigurationArgs;
import com.pulumi.aws.apprunner.inputs.ServiceSourceConfigurationAuthenticationConfigurationArgs;
import com.pulumi.aws.apprunner.inputs.ServiceSourceConfigurationImageRepositoryArgs;
import com.pulumi.aws.apprunner.inputs.ServiceSourceConfigurationImageRepositoryImageConfigurationArgs;
import com.pulumi.core.Output;
import groundwork.base.Role;
import groundwork.compute.Images;
import groundwork.links.LinkedEnvironment;
import groundwork.links.Variables;
import groundwork.settings.compute.ImageName;
import groundwork.settings.compute.PublicImage;
import groundwork.settings.service.ServiceSettings;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** The image that App Runner runs, and what it finds in its environment. */
final class AppRunnerSource {
    private static final int PORT_OF_PLACEHOLDER = 80;

    private final AppRunnerService service;
    private final ServiceSettings settings;
    private final Images images;
    private final LinkedEnvironment linked;
    private final Optional<String> publicUrl;

    AppRunnerSource(
            AppRunnerService service,
            ServiceSettings settings,
            Images images,
            LinkedEnvironment linked,
            Optional<String> publicUrl) {
        this.service = service;
        this.settings = settings;
        this.images = images;
        this.linked = linked;
        this.publicUrl = publicUrl;
    }

    boolean isPlaceholder() {
        return images.isPlaceholder(settings);
    }

    ServiceSourceConfigurationArgs arguments(Optional<Role> access) {
        var arguments = ServiceSourceConfigurationArgs.builder()
                // The tag is in the stack file, so that what runs is what was reviewed.
                .autoDeploymentsEnabled(false)
                .imageRepository(image());
        access.ifPresent(role -> arguments.authenticationConfiguration(
                ServiceSourceConfigurationAuthenticationConfigurationArgs.builder()
                        .accessRoleArn(role.arn())
                        .build()));
        return arguments.build();
    }

    private ServiceSourceConfigurationImageRepositoryArgs image() {
        return ServiceSourceConfigurationImageRepositoryArgs.builder()
                .imageIdentifier(
                        isPlaceholder()
                                ? Output.of(PublicImage.HTTPD.toString())
                                : images.of(settings.image().orElseThrow()))
                .imageRepositoryType(isOwn() ? "ECR" : "ECR_PUBLIC")
                .imageConfiguration(configuration())
                .build();
    }

    private boolean isOwn() {
        return !isPlaceholder()
                && settings.image()
                        .map(ImageName::parse)
                        .filter(ImageName::isOwn)
                        .isPresent();
    }

    private ServiceSourceConfigurationImageRepositoryImageConfigurationArgs configuration() {
        int port = isPlaceholder() ? PORT_OF_PLACEHOLDER : settings.port().orElseThrow();
        var configuration = ServiceSourceConfigurationImageRepositoryImageConfigurationArgs.builder()
                .port(Integer.toString(port))
                .runtimeEnvironmentVariables(Variables.together(variables()))
                .runtimeEnvironmentSecrets(Variables.together(secrets()));
        if (!isPlaceholder() && !settings.command().isEmpty()) {
            configuration.startCommand(String.join(" ", settings.command()));
        }
        return configuration.build();
    }

    /** The settings' own variables win over what links give. */
    private SortedMap<String, Output<String>> variables() {
        var variables = new TreeMap<>(linked.variables());
        variables.put("PORT", Output.of(Integer.toString(settings.port().orElseThrow())));
        publicUrl.ifPresent(url -> variables.put("PUBLIC_URL", Output.of(url)));
        if (!settings.metrics().isEmpty()) {
            variables.put("METRICS_NAMESPACE", Output.of(service.stack().names().metrics()));
        }
        settings.environment().forEach((name, value) -> variables.put(name, Output.of(value)));
        linked.secrets().keySet().forEach(variables::remove);
        return variables;
    }

    private SortedMap<String, Output<String>> secrets() {
        var secrets = new TreeMap<String, Output<String>>();
        linked.secrets().forEach((name, reference) -> secrets.put(name, reference.valueFrom()));
        return secrets;
    }
}
