package groundwork.sleep;

import com.pulumi.asset.Archive;
import com.pulumi.aws.scheduler.Schedule;
import com.pulumi.aws.scheduler.ScheduleArgs;
import com.pulumi.aws.scheduler.ScheduleGroup;
import com.pulumi.aws.scheduler.ScheduleGroupArgs;
import com.pulumi.aws.scheduler.inputs.ScheduleFlexibleTimeWindowArgs;
import com.pulumi.aws.scheduler.inputs.ScheduleTargetArgs;
import com.pulumi.aws.scheduler.inputs.ScheduleTargetRetryPolicyArgs;
import com.pulumi.core.Output;
import groundwork.base.Component;
import groundwork.base.Role;
import groundwork.base.StackContext;
import groundwork.compute.Cluster;
import groundwork.compute.fargate.FargateService;
import groundwork.data.Database;
import groundwork.edge.cdn.Cdn;
import groundwork.edge.entrance.Entrance;
import groundwork.edge.gateway.ApiEntrance;
import groundwork.links.Catalog;
import groundwork.messaging.Queue;
import groundwork.permissions.Statement;
import groundwork.plan.names.NameRule;
import groundwork.plan.sleep.SleepPlan;
import groundwork.plan.sleep.Sleeper;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Two functions, a table and a clock: they stop everything when nobody uses it, and start it again when somebody does. */
public final class SleepingEnvironment extends Component {
    private static final Duration ROUND = Duration.ofMinutes(1);
    private static final Duration AFTER_HOLD = Duration.ofSeconds(10);

    private final SleepPlan plan;
    private final Cluster cluster;
    private final List<SleepMember> members;
    private final List<FargateService> services;

    public static SleepingEnvironment create(
            SleepPlan plan,
            Collection<FargateService> services,
            Cluster cluster,
            Optional<Entrance> entrance,
            Catalog catalog,
            Optional<Output<String>> topic,
            StackContext stack) {
        return new SleepingEnvironment(plan, services, cluster, entrance, catalog, topic, stack);
    }

    private SleepingEnvironment(
            SleepPlan plan,
            Collection<FargateService> services,
            Cluster cluster,
            Optional<Entrance> entrance,
            Catalog catalog,
            Optional<Output<String>> topic,
            StackContext stack) {
        super("sleep:SleepingEnvironment", "sleep", stack);
        this.plan = plan;
        this.cluster = cluster;
        var byName = new TreeMap<String, FargateService>();
        services.forEach(service -> byName.put(service.name(), service));
        this.services = byName.values().stream()
                .filter(service -> plan.includes(service.name()))
                .toList();
        members = plan.waves().stream()
                .flatMap(List::stream)
                .map(sleeper -> sleeper.kind() == Sleeper.Kind.SERVICE
                        ? SleepMember.of(sleeper, byName.get(sleeper.name()), cluster)
                        : SleepMember.of(sleeper, catalog.target(sleeper.name(), Database.class)))
                .toList();
        var queues = new TreeMap<String, Queue>();
        plan.queues().keySet().forEach(name -> queues.put(name, catalog.target(name, Queue.class)));

        var source = FunctionSource.archive(SleepFunction.CONDUCTOR + ".mjs", SleepFunction.WAKER + ".mjs");
        var table = new SleepTable(this);
        var conductor = new SleepFunction(
                SleepFunction.CONDUCTOR,
                source,
                ROUND,
                Map.of("TABLE", table.tableName()),
                new ConductorPermissions(members, cluster, stack).of(table, queues.values(), topic),
                this);
        createClock(conductor);
        var way = entrance.filter(it -> isAsked()).map(it -> createWay(conductor, source, table, it));
        way.ifPresent(it -> conductor.permit("way", it.switching()));
        table.configure(configuration(way, entrance.flatMap(Entrance::httpApi), queues, topic));
        outputs(Map.of("conductor", conductor.functionName()));
    }

    private boolean isAsked() {
        return services.stream().anyMatch(service -> service.settings().isBalanced())
                && !plan.hosts().isEmpty();
    }

    private Way createWay(SleepFunction conductor, Archive source, SleepTable table, Entrance entrance) {
        var permissions = new ArrayList<>(table.writing(List.of("dynamodb:UpdateItem"), "wish"));
        permissions.add(Statement.allow("lambda:InvokeFunction").on(conductor.arn()));
        var waker = new SleepFunction(
                SleepFunction.WAKER,
                source,
                plan.settings().hold().plus(AFTER_HOLD),
                Map.of("TABLE", table.tableName(), "CONDUCTOR", conductor.functionName()),
                permissions,
                this);
        if (entrance.httpApi().isPresent()) {
            var api = entrance.httpApi().get();
            return new WakerApi(
                    waker,
                    api.wakersApi().orElseThrow(),
                    api.domain().orElseThrow(),
                    plan.settings().probes(),
                    this);
        }
        var pass = entrance.cdn().flatMap(Cdn::pass);
        return new WakerEntrance(plan, waker, entrance.loadBalancer().orElseThrow(), pass, this);
    }

    private void createClock(SleepFunction conductor) {
        var group = new ScheduleGroup(
                child("group"),
                ScheduleGroupArgs.builder()
                        .name(stack().names().of(NameRule.SCHEDULE))
                        .build(),
                inside());
        var role = new Role(
                "clock",
                "scheduler.amazonaws.com",
                List.of(Statement.allow("lambda:InvokeFunction").on(conductor.arn())),
                this);
        new Schedule(
                child("clock"),
                ScheduleArgs.builder()
                        .name(stack().names().of(NameRule.SCHEDULE, "sleep"))
                        .groupName(group.name())
                        .scheduleExpression("rate(1 minute)")
                        .flexibleTimeWindow(ScheduleFlexibleTimeWindowArgs.builder()
                                .mode("OFF")
                                .build())
                        .target(ScheduleTargetArgs.builder()
                                .arn(conductor.arn())
                                .roleArn(role.arn())
                                .input("{}")
                                .retryPolicy(ScheduleTargetRetryPolicyArgs.builder()
                                        .maximumRetryAttempts(1)
                                        .maximumEventAgeInSeconds((int) ROUND.toSeconds())
                                        .build())
                                .build())
                        .build(),
                after(role.ready()));
    }

    private Output<Map<String, Object>> configuration(
            Optional<Way> way, Optional<ApiEntrance> api, Map<String, Queue> queues, Optional<Output<String>> topic) {
        var configuration = new SleepConfiguration(
                plan, stack().names().prefix(), stack().names().metrics());
        var waves = new ArrayList<Output<List<Map<String, Object>>>>();
        int from = 0;
        for (var wave : plan.waves()) {
            waves.add(Output.all(members.subList(from, from + wave.size()).stream()
                    .map(SleepMember::configuration)
                    .toList()));
            from += wave.size();
        }
        configuration.add("waves", Output.all(waves));
        configuration.add("cluster", cluster.clusterName());
        configuration.add("activity", Output.all(Activity.of(services, api)));
        configuration.add(
                "queues",
                Output.all(queues.entrySet().stream()
                        .map(queue -> waking(queue.getKey(), queue.getValue()))
                        .toList()));
        configuration.add("way", way.map(Way::document).orElseGet(() -> Output.of(List.of())));
        topic.ifPresent(arn -> configuration.add("topic", arn));
        return configuration.document();
    }

    private Output<Map<String, Object>> waking(String name, Queue queue) {
        var needs = List.copyOf(plan.queues().get(name));
        return queue.url().applyValue(url -> new TreeMap<>(Map.of("name", name, "url", url, "needs", needs)));
    }
}
