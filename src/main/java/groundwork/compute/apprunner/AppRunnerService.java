package groundwork.compute.apprunner;

import com.pulumi.aws.apprunner.Service;
import com.pulumi.aws.apprunner.ServiceArgs;
import com.pulumi.aws.apprunner.inputs.ServiceEncryptionConfigurationArgs;
import com.pulumi.aws.apprunner.inputs.ServiceHealthCheckConfigurationArgs;
import com.pulumi.aws.apprunner.inputs.ServiceInstanceConfigurationArgs;
import com.pulumi.aws.apprunner.inputs.ServiceNetworkConfigurationArgs;
import com.pulumi.aws.apprunner.inputs.ServiceNetworkConfigurationEgressConfigurationArgs;
import com.pulumi.aws.apprunner.inputs.ServiceNetworkConfigurationIngressConfigurationArgs;
import com.pulumi.aws.apprunner.inputs.ServiceObservabilityConfigurationArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.CustomResourceOptions;
import com.pulumi.resources.Resource;
import groundwork.base.Component;
import groundwork.compute.RunningService;
import groundwork.compute.ServiceContext;
import groundwork.edge.entrance.Entrance;
import groundwork.links.Connection;
import groundwork.links.Egress;
import groundwork.links.LinkTarget;
import groundwork.links.Linked;
import groundwork.links.LinkedEnvironment;
import groundwork.plan.compute.ServicePlan;
import groundwork.plan.names.NameRule;
import groundwork.settings.links.LinkSettings.Access;
import groundwork.settings.links.Offer;
import groundwork.settings.service.ServiceSettings;
import groundwork.watch.ServiceWatch;
import groundwork.watch.Source;
import groundwork.watch.WatchRules;
import groundwork.watch.Watched;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A web service on App Runner, which brings a load balancer and a certificate of its own. */
public final class AppRunnerService extends Component implements LinkTarget, RunningService {
    private static final NameRule NAME = NameRule.of("apprunner-service-name");
    private static final int HTTPS = 443;

    private final ServicePlan plan;
    private final ServiceSettings settings;
    private final ServiceContext around;
    private final Optional<String> host;
    private final List<Linked> links;
    private final AppRunnerSource source;
    private final AppRunnerRoles roles;
    private final Service service;

    /** {@code running} are the services that were started before it. */
    public AppRunnerService(ServicePlan plan, ServiceContext around, Map<String, Resource> running) {
        super("compute:AppRunnerService", plan.name(), around.stack());
        this.plan = plan;
        settings = plan.settings();
        this.around = around;
        host = plan.publicHost();
        links = around.links(plan, running);
        var linked = LinkedEnvironment.of(links);
        source = new AppRunnerSource(this, settings, around.images(), linked, publicUrl());
        roles = new AppRunnerRoles(this, plan, around.images(), links, linked);
        service = createService(createReach(), new AppRunnerScaling("scaling", settings.tasks(), this));
        around.entrance().flatMap(Entrance::firewall).ifPresent(firewall -> firewall.guard(name(), service.arn()));
        createHosts();
        outputs(Map.of("arn", service.arn(), "url", url()));
    }

    public Output<String> serviceName() {
        return service.serviceName();
    }

    /** App Runner names it, and makes it with the first deployment. */
    @Override
    public Output<String> logGroup() {
        return Output.format("/aws/apprunner/%s/%s/application", serviceName(), service.serviceId());
    }

    @Override
    public List<Watched> watched(WatchRules rules) {
        var metrics =
                Source.of("AWS/AppRunner").with("ServiceName", serviceName()).with("ServiceID", service.serviceId());
        return List.of(new RunnerWatch(new ServiceWatch(name(), settings, rules, metrics)).plan());
    }

    @Override
    public Resource running() {
        return service;
    }

    @Override
    public Connection connect(Optional<Access> access) {
        return Connection.of(Map.of(
                        Offer.HOST, address(),
                        Offer.PORT, Output.of(Integer.toString(HTTPS)),
                        Offer.URL, url(),
                        Offer.PUBLIC_URL, url()))
                .through(Egress.outside(List.of(), HTTPS));
    }

    @Override
    public Map<String, Output<String>> endpoint() {
        return Map.of("name", serviceName(), "url", url());
    }

    private Output<String> url() {
        return address().applyValue(name -> "https://" + name);
    }

    private Output<String> address() {
        return host.map(Output::of).orElseGet(service::serviceUrl);
    }

    /** Without a host of its own the service can't be told what App Runner will call it. */
    private Optional<String> publicUrl() {
        return host.map(name -> "https://" + name);
    }

    private Optional<AppRunnerReach> createReach() {
        return plan.reachesIntoNetwork()
                ? Optional.of(new AppRunnerReach("reach", around, plan, links, this))
                : Optional.empty();
    }

    private Service createService(Optional<AppRunnerReach> reach, AppRunnerScaling scaling) {
        var arguments = ServiceArgs.builder()
                .serviceName(stack().names().of(NAME, name()))
                .sourceConfiguration(source.arguments(roles.access()))
                .instanceConfiguration(ServiceInstanceConfigurationArgs.builder()
                        .cpu(Integer.toString(settings.size().cpu()))
                        .memory(Integer.toString(settings.size().memory()))
                        .instanceRoleArn(roles.instance().arn())
                        .build())
                .autoScalingConfigurationArn(scaling.arn())
                .healthCheckConfiguration(health())
                .networkConfiguration(ServiceNetworkConfigurationArgs.builder()
                        .ingressConfiguration(ServiceNetworkConfigurationIngressConfigurationArgs.builder()
                                .isPubliclyAccessible(true)
                                .build())
                        .egressConfiguration(egress(reach))
                        .build());
        stack().ownKey()
                .ifPresent(key -> arguments.encryptionConfiguration(ServiceEncryptionConfigurationArgs.builder()
                        .kmsKey(key.arn())
                        .build()));
        if (plan.isTraced()) {
            arguments.observabilityConfiguration(ServiceObservabilityConfigurationArgs.builder()
                    .observabilityEnabled(true)
                    .observabilityConfigurationArn(new AppRunnerTracing("tracing", this).arn())
                    .build());
        }
        return new Service(child("service"), arguments.build(), startsAfter());
    }

    private ServiceHealthCheckConfigurationArgs health() {
        var health = AppRunnerHealth.of(settings.health(), source.isPlaceholder());
        var arguments = ServiceHealthCheckConfigurationArgs.builder()
                .protocol(health.protocol())
                .interval(health.intervalSeconds())
                .timeout(health.timeoutSeconds())
                .healthyThreshold(health.healthy())
                .unhealthyThreshold(health.unhealthy());
        health.path().ifPresent(arguments::path);
        return arguments.build();
    }

    private static ServiceNetworkConfigurationEgressConfigurationArgs egress(Optional<AppRunnerReach> reach) {
        var egress = ServiceNetworkConfigurationEgressConfigurationArgs.builder();
        return reach.map(into -> egress.egressType("VPC").vpcConnectorArn(into.connectorArn()))
                .orElseGet(() -> egress.egressType("DEFAULT"))
                .build();
    }

    private CustomResourceOptions startsAfter() {
        var others = new ArrayList<Resource>(roles.ready());
        links.forEach(linked -> others.addAll(linked.connection().readyAfter()));
        return after(others);
    }

    private void createHosts() {
        plan.domain().ifPresent(domain -> settings.routes().stream()
                .map(route -> route.host().orElse(domain.name()))
                .distinct()
                .forEach(name -> new AppRunnerHost(name, domain, service, this)));
    }
}
