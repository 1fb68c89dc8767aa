package groundwork.settings.compute;

import groundwork.settings.LinkSettings;
import groundwork.settings.marks.Between;
import groundwork.settings.marks.Checked;
import groundwork.settings.marks.Keys;
import groundwork.settings.marks.Matching;
import groundwork.settings.marks.Setting;
import groundwork.settings.marks.Short;
import groundwork.settings.problems.Problems;
import groundwork.settings.units.FileText;
import groundwork.settings.units.Percent;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
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
        @Setting(value = "The port it listens on", example = "3000", replaces = "its target group")
                @Between(min = "1", max = "65535")
                Optional<Integer> port,
        @Setting(
                        value = "What it runs on; App Runner takes no new customers since 30 April 2026",
                        example = "fargate",
                        cost = "on App Runner about $0.064 a vCPU and $0.007 a GB an hour; idle memory is paid for too",
                        replaces = "the service")
                Platform platform,
        @Setting("CPU and memory of one task") Size size,
        @Setting(value = "The processor it is built for", example = "arm64", cost = "a fifth less than x86-64")
                Architecture arch,
        @Setting("How many tasks run, and what makes them more or fewer") TaskSettings tasks,
        @Setting("How much of it may run on Spot") SpotSettings spot,
        @Setting("When a task counts as healthy") HealthSettings health,
        @Setting("Which requests it answers") List<RouteSettings> routes,
        @Setting("What it talks to") List<LinkSettings> links,
        @Setting(value = "Plain environment variables; none that a link gives", example = "{ NODE_ENV: production }")
                @Keys(value = "[A-Za-z_][A-Za-z0-9_]*", says = "a variable's name of letters, digits and _")
                Map<String, String> environment,
        @Setting(value = "What to run in place of the image's own command", example = "[node, worker.js]")
                List<String> command,
        @Setting(value = "Let operators open a shell in a task", example = "true") boolean exec,
        @Setting(value = "Whether the containers' own disks are read-only", example = "true") boolean readonlyDisk,
        @Setting(value = "The user that the main container runs as, in place of the image's own", example = "1000:1000")
                @Matching(
                        value = "\\d{1,10}(:\\d{1,10})?",
                        says = "the number of a user, perhaps with : and that of a group")
                Optional<String> user,
        @Setting(value = "How long a task may finish its work before it is killed", example = "30s")
                @Between(min = "2s", max = "2m")
                Duration stopTimeout,
        @Setting(
                        value = "Names of the figures it reports itself, for the dashboard",
                        example = "[QueueSize]",
                        cost = "about $0.30 for each that it reports")
                @Matching(value = "[A-Za-z][\\w.-]{0,63}", says = "a metric's name")
                List<String> metrics,
        @Setting("Containers that run beside it in every task") Map<String, ContainerSettings> sidecars,
        @Setting("Containers that must finish before it starts, in the order of their names")
                Map<String, InitSettings> init,
        @Setting(
                        value = "Its name inside the VPC, in place of its own",
                        example = "backend-service",
                        replaces = "the entry by which it is found")
                @Matching(value = "[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?", says = "lower-case letters, digits and inner -")
                Optional<String> discovery,
        @Setting(value = "Volumes, and where its main container finds them", example = "{ uploads: /var/data/uploads }")
                Map<String, MountSettings> mounts,
        @Setting("When people are told of this service, where it is not as for all") OwnAlarmSettings alarms,
        @Setting("Where Prometheus finds its metrics") Optional<ScrapeSettings> scrape,
        @Setting(
                        value =
                                "Text files that the main container finds, by their paths; they are in the task definition,"
                                        + " so nothing secret goes here",
                        example = "{ /etc/app/app.conf: \"level = info\" }")
                @Keys(value = "(/[\\w.-]+){2,}", says = "the absolute path of a file in a folder")
                Map<String, FileText> files,
        @Setting(
                        value =
                                "How a new version takes over: beside the old one, in its place with a short gap, or by CodeDeploy,"
                                        + " which moves requests once all new tasks are healthy",
                        example = "blue-green",
                        cost = "blue-green runs twice the tasks while it lasts",
                        replaces = "the service, to and from blue-green; nothing otherwise")
                Deploy deploy,
        @Setting("How requests move, where deploy is blue-green") BlueGreenSettings blueGreen,
        @Setting(
                        value = "Let it read the account's CloudWatch figures, as a dashboard does",
                        example = "true",
                        cost = "$0.01 for 1,000 figures that it reads")
                boolean readsMetrics)
        implements Checked {
    private static final int LONGEST_FILES = 40_000;
    private static final String FILES = "files";

    public enum Platform {
        FARGATE,
        APP_RUNNER
    }

    public enum Architecture {
        X86_64,
        ARM64
    }

    /** Fargate's units: 1024 is one vCPU, memory is in MiB. */
    public record Size(
            @Setting(
                            value = "CPU units; 1024 is one vCPU",
                            example = "512",
                            cost = "about $30 for 1024, each task, all month")
                    @Between(min = "256", max = "16384")
                    int cpu,
            @Setting(value = "MiB of memory", example = "1024", cost = "about $3.25 for 1024, each task, all month")
                    @Between(min = "512", max = "122880")
                    int memory) {}

    /** Blue-green goes through CodeDeploy. In place of the old version is for what can run only once, such as whatever holds a lock on its files. */
    public enum Deploy {
        ROLLING,
        REPLACE,
        BLUE_GREEN
    }

    /** With {@code min} below {@code max} the service scales by itself. */
    @Short("min")
    public record TaskSettings(
            @Setting(
                            value = "The fewest, and how many there are to begin with",
                            example = "2",
                            cost = "each task what its size costs")
                    @Between(min = "0", max = "5000")
                    int min,
            @Setting(
                            value = "The most; as many as min unless given",
                            example = "10",
                            cost = "each task more what its size costs, while it runs")
                    @Between(min = "1", max = "5000")
                    Optional<Integer> max,
            @Setting(value = "CPU that is aimed at", example = "70%") @Between(min = "1%", max = "100%")
                    Optional<Percent> cpu,
            @Setting(value = "Memory that is aimed at", example = "80%") @Between(min = "1%", max = "100%")
                    Optional<Percent> memory,
            @Setting(value = "Requests a minute that one task is aimed to answer", example = "2000")
                    @Between(min = "1", max = "1000000")
                    Optional<Integer> requestsPerMinute,
            @Setting(value = "Waiting messages of a consumed queue that one task is aimed to have", example = "100")
                    @Between(min = "1", max = "1000000")
                    Optional<Integer> backlog,
            @Setting(
                            value = "Requests at once that one instance answers before there is another; on App Runner",
                            example = "100")
                    @Between(min = "1", max = "200")
                    Optional<Integer> concurrency,
            @Setting(value = "Pause between two steps up", example = "1m") @Between(min = "0s", max = "1h")
                    Duration out,
            @Setting(value = "Pause between two steps down", example = "5m") @Between(min = "0s", max = "1h")
                    Duration in)
            implements Checked {

        public int most() {
            return max.orElse(Math.max(min, 1));
        }

        public boolean scales() {
            return most() > min && hasAim();
        }

        private boolean hasAim() {
            return Stream.of(cpu, memory, requestsPerMinute, backlog, concurrency)
                    .anyMatch(Optional::isPresent);
        }

        @Override
        public void check(Problems problems) {
            problems.at("max")
                    .unless(
                            most() >= min,
                            "%d is below the fewest, %d; give a higher max, or a lower min",
                            most(),
                            min);
            problems.at("max")
                    .unless(
                            max.isEmpty() || max.get() <= min || hasAim(),
                            "nothing says when to scale; give cpu, memory, requestsPerMinute, backlog or concurrency");
            problems.unless(
                    !hasAim() || most() > min,
                    "there is an aim to scale by, but max is not above min; give a higher max");
            problems.at("backlog")
                    .unless(
                            backlog.isEmpty() || (cpu.isEmpty() && memory.isEmpty() && requestsPerMinute.isEmpty()),
                            "scaling by backlog and by load would fight each other; choose one");
        }
    }

    /** The first {@code base} tasks are on demand; of the others this share is on Spot. */
    @Short("share")
    public record SpotSettings(
            @Setting(value = "Tasks that are always on demand", example = "1", cost = "the full price for each of them")
                    @Between(min = "0", max = "5000")
                    int base,
            @Setting(
                            value = "Share of the others that runs on Spot",
                            example = "50%",
                            cost = "about a third of the price for each on Spot")
                    Percent share) {}

    /** The view of a task from outside and from inside, and the grace a new one has. */
    @Short("path")
    public record HealthSettings(
            @Setting(value = "What is asked for", example = "/api/health")
                    @Matching(value = "/[\\w.~!$&'()*+,;=:@%/?-]{0,1023}", says = "a path that starts with /")
                    String path,
            @Setting(value = "How often; at most every 20 seconds on App Runner", example = "30s")
                    @Between(min = "1s", max = "5m")
                    Duration interval,
            @Setting(value = "How long an answer may take", example = "5s") @Between(min = "1s", max = "2m")
                    Duration timeout,
            @Setting(value = "Good answers in a row that make it healthy", example = "2")
                    @Between(min = "1", max = "20")
                    int healthy,
            @Setting(value = "Bad answers in a row that make it unhealthy", example = "3")
                    @Between(min = "1", max = "20")
                    int unhealthy,
            @Setting(value = "Which status codes are good", example = "200-299")
                    @Matching(value = "[2-4]\\d\\d([,-][2-4]\\d\\d)*", says = "codes such as 200-299 or 200,301")
                    String matcher,
            @Setting(value = "How long a new task may take to become healthy", example = "1m")
                    @Between(min = "0s", max = "2h")
                    Duration grace,
            @Setting(
                            value =
                                    "What the container itself is asked too, by a shell inside it; a new task is then healthy"
                                            + " only when this says so",
                            example = "curl -f http://localhost:3000/api/health || exit 1")
                    Optional<String> command)
            implements Checked {

        @Override
        public void check(Problems problems) {
            problems.at("timeout")
                    .unless(
                            timeout.compareTo(interval) < 0,
                            "%ss is not below the interval, %ss",
                            timeout.toSeconds(),
                            interval.toSeconds());
        }
    }

    /** Requests by path, and by host where one is named. */
    @Short("path")
    public record RouteSettings(
            @Setting(
                            value = "Paths, with * for anything",
                            example = "/api/*",
                            cost =
                                    "nothing by itself; the first route of a stack brings the load balancer, about $16 and its use")
                    @Matching(
                            value = "(?=.{1,128}$)/[\\w.~$&@:!*?+%-]*(/[\\w.~$&@:!*?+%-]*)*",
                            says = "a path pattern of up to 128 characters that starts with /")
                    String path,
            @Setting(value = "A host name, with * for anything", example = "api.example.com")
                    @Matching(
                            value = "(?=.{1,128}$)(\\*\\.)?([a-z0-9-]+\\.)+[a-z]{2,}",
                            says = "a lower-case host name of up to 128 characters, perhaps with *. before it")
                    Optional<String> host,
            @Setting(value = "Keep a browser on one task for this long", example = "1d", replaces = "its target group")
                    @Between(min = "1s", max = "7d")
                    Optional<Duration> sticky) {}

    /** Where a volume appears in the main container. */
    @Short("path")
    public record MountSettings(
            @Setting(value = "The folder", example = "/var/data/uploads")
                    @Matching(value = "(/[\\w.-]+)+", says = "an absolute path without a / at its end")
                    String path,
            @Setting(value = "Whether it may only be read", example = "true") boolean readOnly) {}

    /** What is not given is as in {@code observability.alarms}. */
    public record OwnAlarmSettings(
            @Setting(value = "CPU, for 5 minutes", example = "70%") @Between(min = "1%", max = "100%")
                    Optional<Percent> cpu,
            @Setting(value = "Memory, for 10 minutes", example = "80%") @Between(min = "1%", max = "100%")
                    Optional<Percent> memory) {}

    /** Without a port it is the service's own. */
    @Short("path")
    public record ScrapeSettings(
            @Setting(value = "What is asked for", example = "/metrics")
                    @Matching(value = "/[\\w./-]*", says = "a path that starts with /")
                    String path,
            @Setting(value = "The port they are on, where it is not the service's own", example = "9113")
                    @Between(min = "1", max = "65535")
                    Optional<Integer> port) {}

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

    public boolean isWeb() {
        return !routes.isEmpty();
    }

    public boolean isOnAppRunner() {
        return platform == Platform.APP_RUNNER;
    }

    /** Whether the load balancer leads to it. */
    public boolean isBalanced() {
        return isWeb() && !isOnAppRunner();
    }

    public boolean isWorker() {
        return port.isEmpty();
    }

    @Override
    public void check(Problems problems) {
        problems.at("routes").unless(routes.isEmpty() || port.isPresent(), "a service with routes needs a port");
        problems.at("scrape")
                .at("port")
                .unless(scrape.isEmpty() || scrapePort().isPresent(), "the service itself has no port; give one");
        int length =
                files.values().stream().mapToInt(file -> file.text().length()).sum();
        problems.at("files")
                .unless(
                        length <= LONGEST_FILES,
                        "%d characters: at most %d fit into a task definition; use a volume or an image of your own",
                        length,
                        LONGEST_FILES);
        problems.at("files")
                .unless(
                        files.isEmpty() || !sidecars.containsKey(FILES) && !init.containsKey(FILES),
                        "are written by a container called files; rename the other of that name");
        problems.at("tasks")
                .at("requestsPerMinute")
                .unless(
                        tasks.requestsPerMinute().isEmpty() || isWeb(),
                        "requests are counted by route; the service has none");
        for (var name : sidecars.keySet()) {
            problems.at("sidecars")
                    .at(name)
                    .unless(!init.containsKey(name), "a container under init has the same name");
        }
    }
}
