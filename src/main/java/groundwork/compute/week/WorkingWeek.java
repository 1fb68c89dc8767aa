package groundwork.compute.week;

import com.pulumi.aws.scheduler.Schedule;
import com.pulumi.aws.scheduler.ScheduleArgs;
import com.pulumi.aws.scheduler.ScheduleGroup;
import com.pulumi.aws.scheduler.ScheduleGroupArgs;
import com.pulumi.aws.scheduler.inputs.ScheduleFlexibleTimeWindowArgs;
import com.pulumi.aws.scheduler.inputs.ScheduleTargetArgs;
import com.pulumi.aws.scheduler.inputs.ScheduleTargetRetryPolicyArgs;
import groundwork.base.Component;
import groundwork.base.Role;
import groundwork.base.StackContext;
import groundwork.compute.Cluster;
import groundwork.compute.fargate.FargateService;
import groundwork.data.Database;
import groundwork.links.Catalog;
import groundwork.permissions.Statement;
import groundwork.plan.names.NameRule;
import groundwork.plan.time.WeekMoment;
import groundwork.settings.compute.OfficeHours;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Services run in office hours only; databases, where they rest too, a quarter of an hour longer on either side. */
public final class WorkingWeek extends Component {
    private static final Duration MARGIN_OF_DATABASES = Duration.ofMinutes(15);
    private static final int RETRIES = 5;

    private final OfficeHours hours;
    private final ScheduleGroup group;
    private final Role role;

    public static WorkingWeek create(
            OfficeHours hours,
            List<FargateService> services,
            Optional<Cluster> cluster,
            Catalog catalog,
            StackContext stack) {
        var databases = new ArrayList<WeekDatabase>();
        catalog.all(Database.class)
                .forEach((name, database) -> databases.add(
                        new WeekDatabase(name, database.settings(), database.identifier(), database.arn())));
        var resting = services.stream()
                .map(service -> WeekService.of(service, cluster.orElseThrow()))
                .toList();
        return new WorkingWeek("working-week", hours, resting, databases, stack);
    }

    public WorkingWeek(
            String name,
            OfficeHours hours,
            List<WeekService> services,
            List<WeekDatabase> databases,
            StackContext stack) {
        super("compute:WorkingWeek", name, stack);
        this.hours = hours;
        var resting = databases.stream()
                .filter(database -> hours.databases() && !database.settings().pausesByItself())
                .toList();
        group = createGroup();
        role = new Role("role", "scheduler.amazonaws.com", permissions(services, resting), this);
        services.forEach(this::schedule);
        resting.forEach(this::schedule);
        outputs(Map.of("group", group.name()));
    }

    private static List<Statement> permissions(List<WeekService> services, List<WeekDatabase> databases) {
        return Stream.concat(
                        services.stream().flatMap(service -> service.permissions().stream()),
                        databases.stream().map(WeekDatabase::permission))
                .toList();
    }

    private ScheduleGroup createGroup() {
        return new ScheduleGroup(
                child("group"),
                ScheduleGroupArgs.builder()
                        .name(stack().names().of(NameRule.SCHEDULE))
                        .build(),
                inside());
    }

    private void schedule(WeekService service) {
        var suffix = "service-" + service.name();
        create(suffix + "-stop", WeekMoment.at(hours.stop()), service.stop());
        create(suffix + "-start", WeekMoment.at(hours.start()), service.start());
    }

    private void schedule(WeekDatabase database) {
        var suffix = "database-" + database.name();
        create(suffix + "-stop", WeekMoment.at(hours.stop()).after(MARGIN_OF_DATABASES), database.stop());
        create(suffix + "-start", WeekMoment.at(hours.start()).before(MARGIN_OF_DATABASES), database.start());
    }

    private void create(String suffix, WeekMoment moment, WeekCall call) {
        new Schedule(
                child(suffix),
                ScheduleArgs.builder()
                        .name(stack().names().of(NameRule.SCHEDULE, suffix))
                        .groupName(group.name())
                        .scheduleExpression(moment.cron())
                        .scheduleExpressionTimezone(hours.timezone().getId())
                        .flexibleTimeWindow(ScheduleFlexibleTimeWindowArgs.builder()
                                .mode("OFF")
                                .build())
                        .target(ScheduleTargetArgs.builder()
                                .arn(call.action())
                                .roleArn(role.arn())
                                .input(call.input())
                                .retryPolicy(ScheduleTargetRetryPolicyArgs.builder()
                                        .maximumRetryAttempts(RETRIES)
                                        .maximumEventAgeInSeconds((int) MARGIN_OF_DATABASES.toSeconds())
                                        .build())
                                .build())
                        .build(),
                after(role.ready()));
    }
}
