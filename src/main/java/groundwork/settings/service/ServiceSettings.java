package groundwork.settings.service;

import groundwork.aws.TaskLimits;
import groundwork.settings.compute.ContainerSettings;
import groundwork.settings.compute.Folders;
import groundwork.settings.compute.ImageName;
import groundwork.settings.compute.InitSettings;
import groundwork.settings.compute.MountSettings;
import groundwork.settings.links.LinkSettings;
import groundwork.settings.links.LinkSettings.Access;
import groundwork.settings.links.Linkable;
import groundwork.settings.links.Offer;
import groundwork.settings.links.Reach;
import groundwork.settings.marks.Between;
import groundwork.settings.marks.Checked;
import groundwork.settings.marks.Keys;
import groundwork.settings.marks.Matching;
import groundwork.settings.marks.Repeats;
import groundwork.settings.marks.Setting;
import groundwork.settings.problems.Problems;
import groundwork.settings.units.FileText;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Something that runs: with routes it is on the web, with a port others can call it, with neither it is a worker. */
public record ServiceSettings(
        @Setting(
                        value =
                                "A tag in a repository of this stack's own (app:1.4.2), or a full image name with its registry;"
                                        + " a placeholder runs while there is none",
                        example = "app:1.4.2")
                @Matching(value = ImageName.PATTERN, says = "name:tag, or a full image name with its registry")
                Optional<String> image,
        @Setting(value = "The port it listens on", example = "3000") @Between(min = "1", max = "65535")
                Optional<Integer> port,
        @Setting(
                        value = "Compute platform; App Runner accepts no new customers since 30 April 2026",
                        example = "fargate",
                        cost = "on App Runner about $0.064 a vCPU and $0.007 a GB an hour; idle memory is paid for too")
                Platform platform,
        @Setting("CPU and memory of one task") Size size,
        @Setting(value = "CPU architecture", example = "arm64", cost = "a fifth less than x86-64") Architecture arch,
        @Setting("Number of tasks, and autoscaling") TaskSettings tasks,
        @Setting("Fargate Spot") SpotSettings spot,
        @Setting("Health check") HealthSettings health,
        @Setting("Routes") List<RouteSettings> routes,
        @Setting("Links") List<LinkSettings> links,
        @Setting(value = "Plain environment variables; none that a link gives", example = "{ NODE_ENV: production }")
                @Keys(value = "[A-Za-z_][A-Za-z0-9_]*", says = "a variable name of letters, digits and _")
                @Matching(value = TaskLimits.NO_CONTROLS, says = TaskLimits.NO_CONTROLS_SAYS)
                Map<String, String> environment,
        @Setting(value = "Command, instead of the image's", example = "[node, worker.js]")
                @Matching(value = TaskLimits.NO_CONTROLS, says = TaskLimits.NO_CONTROLS_SAYS)
                @Repeats
                List<String> command,
        @Setting(value = "ECS Exec: a shell in a running task", example = "true") boolean exec,
        @Setting(
                        value =
                                "Read-only root file system, with /tmp in memory, up to a quarter of the task's; unless "
                                        + "given, wherever exec is off",
                        example = "false")
                Optional<Boolean> readonlyDisk,
        @Setting(value = "User of the main container, instead of the image's", example = "1000:1000")
                @Matching(
                        value = "\\d{1,10}(:\\d{1,10})?",
                        says = "a numeric user id, optionally with : and a group id")
                Optional<String> user,
        @Setting(value = "Stop timeout: time between SIGTERM and SIGKILL", example = "30s")
                @Between(min = "2s", max = "2m")
                Duration stopTimeout,
        @Setting(
                        value = "Custom CloudWatch metrics it publishes, for the dashboard",
                        example = "[QueueSize]",
                        cost = "$0.30 for each metric")
                @Matching(value = "[A-Za-z][\\w.-]{0,63}", says = "a metric's name")
                List<String> metrics,
        @Setting("Sidecar containers") Map<String, ContainerSettings> sidecars,
        @Setting("Init containers, which must finish before it starts, in order of their names")
                Map<String, InitSettings> init,
        @Setting(value = "Private DNS name, instead of its own", example = "backend-service")
                @Matching(
                        value = "[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?",
                        says = "lower-case letters, digits and hyphens between them")
                Optional<String> discovery,
        @Setting(value = "Volumes and their mount paths", example = "{ uploads: /var/data/uploads }")
                Map<String, MountSettings> mounts,
        @Setting("Alarm thresholds of this service") ServiceAlarmSettings alarms,
        @Setting("Prometheus scrape target") Optional<ScrapeSettings> scrape,
        @Setting(
                        value =
                                "Text files that the main container finds, by their paths, in a folder such as /config that is"
                                        + " theirs alone; they are in the task definition, so nothing secret goes here",
                        example = "{ /config/app.conf: \"level = info\" }")
                @Keys(
                        value = "(?=/[^/]+/)" + Folders.PATH,
                        says = "the absolute path of a file in a folder, without ..")
                Map<String, FileText> files,
        @Setting(
                        value =
                                "How a new version takes over: beside the old one, in its place with a short gap, or by CodeDeploy,"
                                        + " which moves requests once all new tasks are healthy",
                        example = "blue-green",
                        cost = "blue-green runs twice the tasks while it lasts")
                Deploy deploy,
        @Setting(value = "Stops while the environment sleeps", example = "false") boolean sleep,
        @Setting("Traffic shift of deploy: blue-green") BlueGreenSettings blueGreen,
        @Setting(
                        value = "Permission to read the account's CloudWatch metrics",
                        example = "true",
                        cost = "$0.01 for 1,000 metrics read")
                boolean readsMetrics,
        @Setting("What it may do in AWS beside its links; it goes into its own role alone")
                List<PermissionSettings> permissions,
        @Setting(value = Linkable.RENAMED_FROM, example = "app")
                @Matching(value = Linkable.NAME, says = Linkable.NAME_SAYS)
                Optional<String> renamedFrom)
        implements Checked, Linkable {
    /** Links, health checks and logs take the rest. */
    private static final int MOST_WRITTEN_BYTES = TaskLimits.BYTES - 16_384;

    public enum Architecture {
        X86_64,
        ARM64
    }

    /** Blue-green goes through CodeDeploy. In place of the old version is for what can run only once, such as whatever holds a lock on its files. */
    public enum Deploy {
        ROLLING,
        REPLACE,
        BLUE_GREEN
    }

    /** The containers that must finish before it starts. */
    public SortedMap<String, ContainerSettings> before() {
        var before = new TreeMap<String, ContainerSettings>();
        init.forEach((name, it) -> before.put(name, it.container()));
        return before;
    }

    /** Every container of a task but the main one. */
    public Stream<ContainerSettings> otherContainers() {
        return Stream.concat(before().values().stream(), sidecars.values().stream());
    }

    /** The port that metrics are on. */
    public Optional<Integer> scrapePort() {
        return scrape.flatMap(it -> it.port().or(() -> port));
    }

    /** The agent behind a shell has to write. */
    public boolean hasReadonlyDisk() {
        return readonlyDisk.orElse(!exec);
    }

    public boolean isWeb() {
        return !routes.isEmpty();
    }

    /** Whether the stack's entrance leads to it. */
    public boolean isBalanced() {
        return isWeb() && platform.isInNetwork();
    }

    public boolean isWorker() {
        return port.isEmpty();
    }

    @Override
    public Reach reach() {
        return platform.isInNetwork() ? Reach.VPC : Reach.INTERNET;
    }

    @Override
    public SortedSet<Offer> offers() {
        if (isWorker()) {
            return Offer.all();
        }
        return isWeb()
                ? Offer.all(Offer.HOST, Offer.PORT, Offer.URL, Offer.PUBLIC_URL)
                : Offer.all(Offer.HOST, Offer.PORT, Offer.URL);
    }

    /** What ECS knows the service by: one that CodeDeploy deploys can't be one that ECS deploys. */
    public String serviceName(String name) {
        return deploy == Deploy.BLUE_GREEN ? name + "-blue-green" : name;
    }

    @Override
    public Set<String> siblings(String name) {
        var siblings = new HashSet<>(TargetGroupNames.of(name, routes).values());
        siblings.add(serviceName(name));
        if (deploy == Deploy.BLUE_GREEN) {
            siblings.add(TargetGroupNames.alternate(name));
        }
        siblings.remove(name);
        return siblings;
    }

    @Override
    public SortedSet<Offer> publicOffers() {
        return Offer.all(Offer.URL, Offer.PUBLIC_URL);
    }

    @Override
    public Set<Access> accesses() {
        return scrape.isPresent() ? Set.of(Access.SCRAPE) : Set.of();
    }

    @Override
    public void check(Problems problems) {
        problems.at("routes").unless(routes.isEmpty() || port.isPresent(), "a service with routes needs a port");
        problems.at("command")
                .unless(
                        command.isEmpty() || !command.get(0).isBlank(),
                        "starts with an empty text; name the program to run");
        problems.at("readonlyDisk")
                .unless(
                        !exec || !hasReadonlyDisk(),
                        "the agent of exec writes to the container's disk; remove one of the two");
        problems.at("scrape")
                .at("port")
                .unless(scrape.isEmpty() || scrapePort().isPresent(), "the service has no port; set one");
        int bytes = WrittenText.bytes(this);
        problems.at(files.isEmpty() ? "environment" : "files")
                .unless(
                        bytes <= MOST_WRITTEN_BYTES,
                        "%d bytes with all variables and commands: at most %d fit into a task definition; use a volume or an"
                                + " image of your own",
                        bytes,
                        MOST_WRITTEN_BYTES);
        problems.at("tasks")
                .at("requestsPerMinute")
                .unless(
                        tasks.requestsPerMinute().isEmpty() || isWeb(),
                        "requests are counted per target group, and the service has no routes");
        for (var name : sidecars.keySet()) {
            problems.at("sidecars").at(name).unless(!init.containsKey(name), "an init container has the same name");
        }
    }
}
