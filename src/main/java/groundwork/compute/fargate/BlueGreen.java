package groundwork.compute.fargate;

import com.pulumi.aws.codedeploy.Application;
import com.pulumi.aws.codedeploy.ApplicationArgs;
import com.pulumi.aws.codedeploy.DeploymentGroup;
import com.pulumi.aws.codedeploy.DeploymentGroupArgs;
import com.pulumi.aws.codedeploy.inputs.DeploymentGroupAlarmConfigurationArgs;
import com.pulumi.aws.codedeploy.inputs.DeploymentGroupAutoRollbackConfigurationArgs;
import com.pulumi.aws.codedeploy.inputs.DeploymentGroupBlueGreenDeploymentConfigArgs;
import com.pulumi.aws.codedeploy.inputs.DeploymentGroupBlueGreenDeploymentConfigDeploymentReadyOptionArgs;
import com.pulumi.aws.codedeploy.inputs.DeploymentGroupBlueGreenDeploymentConfigTerminateBlueInstancesOnDeploymentSuccessArgs;
import com.pulumi.aws.codedeploy.inputs.DeploymentGroupDeploymentStyleArgs;
import com.pulumi.aws.codedeploy.inputs.DeploymentGroupEcsServiceArgs;
import com.pulumi.aws.codedeploy.inputs.DeploymentGroupLoadBalancerInfoArgs;
import com.pulumi.aws.codedeploy.inputs.DeploymentGroupLoadBalancerInfoTargetGroupPairInfoArgs;
import com.pulumi.aws.codedeploy.inputs.DeploymentGroupLoadBalancerInfoTargetGroupPairInfoProdTrafficRouteArgs;
import com.pulumi.aws.codedeploy.inputs.DeploymentGroupLoadBalancerInfoTargetGroupPairInfoTargetGroupArgs;
import com.pulumi.core.Output;
import groundwork.base.Component;
import groundwork.base.Role;
import groundwork.compute.Cluster;
import groundwork.edge.RoutedTargets;
import groundwork.permissions.Statement;
import groundwork.plan.names.NameRule;
import groundwork.settings.service.BlueGreenSettings;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** CodeDeploy moves requests from a service's old tasks to its new ones, and back when an alarm goes off. */
public final class BlueGreen extends Component {
    private final FargateService service;
    private final Cluster cluster;
    private final RoutedTargets targets;
    private final BlueGreenSettings settings;

    public BlueGreen(FargateService service, Cluster cluster, Optional<Output<String>> alarm) {
        super("compute:BlueGreen", "deployment", service);
        this.service = service;
        this.cluster = cluster;
        targets = service.targets().get(0);
        settings = service.settings().blueGreen();
        var role = new Role("role", "codedeploy.amazonaws.com", shifting(), this);
        var application = createApplication();
        var group = createGroup(application, role, alarm);
        outputs(Map.of("application", application.name(), "group", group.deploymentGroupName()));
    }

    private Application createApplication() {
        return new Application(
                child("application"),
                ApplicationArgs.builder()
                        .name(stack().names().of(NameRule.DEPLOYMENT, service.name()))
                        .computePlatform("ECS")
                        .build(),
                inside());
    }

    private DeploymentGroup createGroup(Application application, Role role, Optional<Output<String>> alarm) {
        var arguments = DeploymentGroupArgs.builder()
                .appName(application.name())
                .deploymentGroupName(stack().names().of(NameRule.DEPLOYMENT, service.name()))
                .deploymentConfigName(settings.shift().configuration())
                .serviceRoleArn(role.arn())
                .deploymentStyle(DeploymentGroupDeploymentStyleArgs.builder()
                        .deploymentType("BLUE_GREEN")
                        .deploymentOption("WITH_TRAFFIC_CONTROL")
                        .build())
                .blueGreenDeploymentConfig(shift())
                .ecsService(DeploymentGroupEcsServiceArgs.builder()
                        .clusterName(cluster.clusterName())
                        .serviceName(service.serviceName())
                        .build())
                .loadBalancerInfo(balancer())
                .autoRollbackConfiguration(DeploymentGroupAutoRollbackConfigurationArgs.builder()
                        .enabled(true)
                        .events("DEPLOYMENT_FAILURE", "DEPLOYMENT_STOP_ON_ALARM")
                        .build());
        alarm.ifPresent(arn -> arguments.alarmConfiguration(DeploymentGroupAlarmConfigurationArgs.builder()
                .enabled(true)
                .alarms(arn.applyValue(text -> List.of(text.substring(text.lastIndexOf(':') + 1))))
                .build()));
        return new DeploymentGroup(child("group"), arguments.build(), after(role.ready()));
    }

    private DeploymentGroupBlueGreenDeploymentConfigArgs shift() {
        return DeploymentGroupBlueGreenDeploymentConfigArgs.builder()
                .deploymentReadyOption(DeploymentGroupBlueGreenDeploymentConfigDeploymentReadyOptionArgs.builder()
                        .actionOnTimeout("CONTINUE_DEPLOYMENT")
                        .build())
                .terminateBlueInstancesOnDeploymentSuccess(
                        DeploymentGroupBlueGreenDeploymentConfigTerminateBlueInstancesOnDeploymentSuccessArgs.builder()
                                .action("TERMINATE")
                                .terminationWaitTimeInMinutes(
                                        (int) settings.keepOld().toMinutes())
                                .build())
                .build();
    }

    private DeploymentGroupLoadBalancerInfoArgs balancer() {
        var pair = targets.groupNames().stream()
                .map(name -> DeploymentGroupLoadBalancerInfoTargetGroupPairInfoTargetGroupArgs.builder()
                        .name(name)
                        .build())
                .toList();
        var route = DeploymentGroupLoadBalancerInfoTargetGroupPairInfoProdTrafficRouteArgs.builder()
                .listenerArns(targets.listenerArn().applyValue(List::of))
                .build();
        return DeploymentGroupLoadBalancerInfoArgs.builder()
                .targetGroupPairInfo(DeploymentGroupLoadBalancerInfoTargetGroupPairInfoArgs.builder()
                        .targetGroups(pair)
                        .prodTrafficRoute(route)
                        .build())
                .build();
    }

    /** What AWS's own policy for it allows on everything, on this service alone. */
    private List<Statement> shifting() {
        var serviceArn = service.arn();
        return List.of(
                Statement.allow("ecs:DescribeServices", "ecs:UpdateServicePrimaryTaskSet")
                        .on(serviceArn),
                Statement.allow("ecs:CreateTaskSet", "ecs:DeleteTaskSet", "ecs:DescribeTaskSets")
                        .on(List.of(
                                serviceArn,
                                serviceArn.applyValue(arn -> arn.replace(":service/", ":task-set/") + "/*"))),
                Statement.allow(
                                "elasticloadbalancing:DescribeListeners",
                                "elasticloadbalancing:DescribeRules",
                                "elasticloadbalancing:DescribeTargetGroups")
                        .on("*", "what describes load balancers can't be scoped"),
                Statement.allow("elasticloadbalancing:ModifyListener").on(targets.listenerArn()),
                Statement.allow("elasticloadbalancing:ModifyRule")
                        .on(targets.rules().stream().map(rule -> rule.arn()).toList()),
                Statement.allow("cloudwatch:DescribeAlarms").on(stack().arn("cloudwatch", "alarm:*")),
                Statement.allow("iam:PassRole")
                        .on(service.roleArns())
                        .when("StringEquals", "iam:PassedToService", Output.of("ecs-tasks.amazonaws.com")));
    }
}
