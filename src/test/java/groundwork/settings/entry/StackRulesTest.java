package groundwork.settings.entry;

import static groundwork.settings.StackText.problems;
import static groundwork.settings.StackText.warnings;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import groundwork.Rows;
import groundwork.settings.problems.SettingsException;
import groundwork.settings.source.Configuration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StackRulesTest {
    @Rows(
            """
            links: [dbb]                                  | services.app.links[0]: "dbb" is not declared; did you mean "db"?
            links: [warehouse]                            | services.app.links[0]: "warehouse" is not declared; declared are app, bare, db, disk, files, jobs, key, met, rep, tape
            links: [app]                                  | services.app.links[0]: a service needs no link to itself; remove it
            links: [db, { to: db, as: OTHER }]            |services.app.links[1]: links[0] already links to "db"; keep one
            links: [db, { to: jobs, as: DB }]             | services.app.links[1]: its variables would have the prefix DB, as those of links[0]; set as on one of them
            links: [bare]                                 | services.app.links[0]: "bare" has no port; set services.bare.port, or remove the link
            links: [{ to: jobs, access: read }]           | services.app.links[0].access: "read" does not apply to queues.jobs: choose send, consume, send-consume
            links: [{ to: files, access: send }]          | services.app.links[0].access: "send" does not apply to buckets.files: choose read, write, read-write
            links: [{ to: met, access: send }]            | services.app.links[0].access: "send" does not apply to services.met: choose scrape
            links: [{ to: met, access: scrape, variables: { A: url } }] | services.app.links[0].variables.A: "url" is not offered by services.met; such a link gives no variables; remove it
            links: [{ to: key, access: read }]            | services.app.links[0].access: "read" does not apply to secrets.key: this target has no access levels; remove it
            links: [disk]                                 | services.app.links[0]: "disk" is a volume; use mounts: { disk: /a/folder } instead of a link
            mounts: { disc: /a }                          | services.app.mounts.disc: "disc" is not declared; did you mean "disk"?
            mounts: { disk: /a, tape: /a }                | services.app.mounts.tape: "/a" is the folder of mounts.disk, /a; choose a folder apart from it
            mounts: { disk: /a, tape: /a/b }              | services.app.mounts.tape: "/a/b" lies within the folder of mounts.disk, /a; choose a folder apart from it
            mounts: { disk: /a/b, tape: /a }              | services.app.mounts.tape: "/a" contains the folder of mounts.disk, /a/b; choose a folder apart from it
            mounts: { disk: /usr }                        | services.app.mounts.disk: would hide what the image has in /usr; choose a folder of its own, such as /data/disk
            mounts: { disk: /sys/fs/a }                   | services.app.mounts.disk: would hide what the image has in /sys/fs/a; choose a folder of its own, such as /data/disk
            mounts: { disk: /a/../etc }                   | services.app.mounts.disk: "/a/../etc": write an absolute path without .. and without a / at its end, for example /var/data/uploads
            mounts: { disk: /config }, files: { /config/a: a } | services.app.mounts.disk: "/config" is the folder of files, /config; choose a folder apart from it
            mounts: { disk: /config/b }, files: { /config/a: a } | services.app.mounts.disk: "/config/b" lies within the folder of files, /config; choose a folder apart from it
            files: { /etc/app.conf: a }                   | services.app.files["/etc/app.conf"]: would hide everything else in /etc; choose a folder of its own, such as /config/app.conf
            files: { /etc/nginx/conf.d/app.conf: a }      | services.app.files["/etc/nginx/conf.d/app.conf"]: would hide everything else in /etc; choose a folder of its own, such as /config/app.conf
            files: { /app/app.conf: a }                   | services.app.files["/app/app.conf"]: would hide everything else in /app; choose a folder of its own, such as /config/app.conf
            files: { /bin/sh: a }                         | services.app.files["/bin/sh"]: would hide everything else in /bin; choose a folder of its own, such as /config/sh
            files: { /config/a: a, /config/a/b: b }       | services.app.files["/config/a"]: is a folder of other files; choose another path
            deploy: blue-green                            | services.app.deploy: blue-green needs a service with routes; choose rolling
            deploy: blue-green, routes: [/a, { path: /b, sticky: 1d }] | services.app.deploy: CodeDeploy moves one target group, and routes that differ in sticky make several; make them alike
            deploy: blue-green, routes: [/], tasks: { min: 1, max: 2, requestsPerMinute: 9 } | services.app.tasks.requestsPerMinute: is counted by target group, which a blue-green deployment changes; scale by cpu or memory
            discovery: bare                               | services.bare.discovery: "bare" is already the private DNS name of services.app; choose another
            links: [{ to: db, access: read }]             | services.app.links[0].access: "db" has no read replicas; set databases.db.replicas, or remove access
            links: [{ to: db, access: send }]             | services.app.links[0].access: "send" does not apply to databases.db: choose read, read-write
            links: [rep, { to: rep, access: read }]       | services.app.links[1]: its variables would have the prefix REP, as those of links[0]; set as on one of them
            links: [rep, { to: rep, access: read-write, as: OTHER }] |services.app.links[1]: links[0] already links to "rep"; keep one
            tasks: { min: 0, max: 2, backlog: 5 }         | services.app.tasks.backlog: needs a consumed queue; link to one with access: consume
            tasks: { min: 0, max: 2, cpu: 50% }           | services.app.tasks.min: 0: with no task running there is no load to scale by, so it would never start again; give at least 1, or scale by the backlog of a queue; sleep stops it while nobody uses it
            routes: [/], tasks: { min: 0, max: 2, requestsPerMinute: 9 } | services.app.tasks.min: 0: with no task running there is no load to scale by, so it would never start again; give at least 1, or scale by the backlog of a queue; sleep stops it while nobody uses it
            links: [{ to: jobs, access: consume }], stopTimeout: 1m | queues.jobs.visibility: 30s is less than the stopTimeout of services.app, 60s: another task would get a message that a stopping one still works on; give at least 60s
            size: { cpu: 300, memory: 512 }               | services.app.size: 300 is not a Fargate CPU size; choose 256, 512, 1024, 2048, 4096, 8192, 16384
            size: { cpu: 256, memory: 4096 }              | services.app.size: 4096 MiB is not a Fargate memory size for 256 CPU units; choose 512, 1024, 2048
            sidecars: { log: { image: "a:1", cpu: 256 } } | services.app.size: sidecars and init containers reserve 256 of 256 CPU units and leave nothing for the service; increase size, or reserve less
            init: { m: { image: "a:1", memory: 600 } }    | services.app.size: sidecars and init containers reserve 600 of 512 MiB of memory and leave nothing for the service; increase size, or reserve less
            sidecars: { b: { image: "a:1" }, c: { image: "a:1" }, d: { image: "a:1" }, e: { image: "a:1" }, f: { image: "a:1" }, g: { image: "a:1" }, h: { image: "a:1" }, i: { image: "a:1" }, j: { image: "a:1" }, k: { image: "a:1" } } | services.app: 11 containers, those for files and tracing included: a task takes 10; remove sidecars or init containers
            image: "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa:1" | services.app.image: a repository name of 191 characters; the stack's name comes before it, which leaves 190
            sidecars: { app: { image: "a:1" } }           | services.app.sidecars.app: has the name of the service; choose another
            sidecars: { log: { image: "a:1", port: 80 } } | services.app.sidecars.log.port: 80 is the port of the service, and containers of a task share their ports; choose another
            init: { m: { image: "a:1", essential: true } } | services.app.init.m.essential: unknown setting; known here are image, command, cpu, memory, environment, inherits
            user: root                                    | services.app.user: "root": write a numeric user id, optionally with : and a group id, for example 1000:1000
            routes: [{ path: /, host: a.example.org }]    |services.app.routes[0].host: host "a.example.org" needs a certificate and a DNS record; set domain
            routes: [/a/*, { path: /a/**, sticky: 1d }]   | services.app.routes[1]: "/a/**" is already routed to services.app.routes[0]; change or remove one of the two
            routes: ["/a?*", "/a*?"]                      | services.app.routes[1]: "/a*?" is already routed to services.app.routes[0]; change or remove one of the two
            image: app:latest                             | services.app.image: "app:latest" can be pushed only once, as images.immutableTags is true; choose a tag of each version, such as app:1.0.0
            sidecars: { log: { image: log:latest } }      | services.app.sidecars.log.image: "log:latest" can be pushed only once, as images.immutableTags is true; choose a tag of each version, such as log:1.0.0
            routes: [/a, { path: /a, sticky: 1d }]        | services.app.routes[1]: "/a" is already routed to services.app.routes[0]; change or remove one of the two
            """)
    void servicesFitWhatIsAroundThem(String service, String problem) {
        assertThat(problems(
                        """
                        groundwork:services: { app: { port: 80, %s }, bare: {}, met: { scrape: { port: 90 } } }
                        groundwork:databases: { db: {}, rep: { replicas: 1 } }
                        groundwork:queues: { jobs: {} }
                        groundwork:buckets: { files: {} }
                        groundwork:volumes: { disk: {}, tape: {} }
                        groundwork:secrets: { key: { byHand: true } }
                        """
                                .formatted(service)))
                .containsExactly(problem);
    }

    @Rows(
            """
            groundwork:topics: { news: { queues: [jobz] } }                                | topics.news.queues[0]: "jobz" is not declared; did you mean "jobs"?
            groundwork:topics: { news: { queues: [line] } }                                | topics.news.queues[0]: "line" is FIFO, and a standard topic can't deliver to it; link to the queue, or remove queues.line.fifo
            groundwork:externals: { pay: { host: a.example.com, secret: kez } }            | externals.pay.secret: "kez" is not declared; did you mean "key"?
            groundwork:externals: { m: { host: a.example.com, scheme: mongodb+srv } }      | externals.m.port: not set: mongodb+srv names its servers in DNS, and only the port given here is opened; give theirs, which is 27017 for MongoDB
            groundwork:caches: { jobs: {} }                                                | queues.jobs: caches.jobs has the same name, and links refer to names; rename one of the two
            groundwork:databases: { db: { secret: key } }                                  | databases.db.secret: "key" is already the secret of secrets.key; choose another name
            groundwork:databases: { db: { replicas: 1, secret: db-read-url } }             | databases.db: its URL would be stored in "db-read-url", which is already the secret of databases.db; rename one of the two
            groundwork:network: { zoneNames: [us-east-1a, eu-west-1b] }                    | network.zoneNames[1]: "eu-west-1b" is not in the region of the stack, us-east-1
            groundwork:network: { subnets: { publicBlocks: [10.0.0.0/24] } }               | network.subnets.publicBlocks: 1 given, but 2 are needed, one per zone
            groundwork:network: { zones: 1, subnets: { isolatedBlocks: [10.0.0.0/24] } }   | network.subnets.isolatedBlocks: 1 given, but 2 are needed, one per zone and at least two
            groundwork:network: { subnets: { publicBlocks: [10.0.0.0/24, 10.1.0.0/24] } }  | network.subnets.publicBlocks[1]: 10.1.0.0/24 is not within the CIDR of the VPC, 10.0.0.0/16
            groundwork:network: { subnets: { publicBlocks: [10.0.0.0/24, 10.0.1.0/29] } }  | network.subnets.publicBlocks[1]: 10.0.1.0/29 is too small; the smallest subnet is a /28
            groundwork:network: { subnets: { publicBlocks: [10.0.0.0/23, 10.0.1.0/24] } }  | network.subnets.publicBlocks[1]: 10.0.1.0/24 overlaps 10.0.0.0/23 of publicBlocks[0]
            groundwork:cdn: { servicePaths: [/api/*] }                                     | cdn.servicePaths: no service behind the load balancer has routes; remove it
            groundwork:cdn: { staticPaths: [] }                                            | cdn: has nothing to serve: no service has routes and staticPaths is empty
            """)
    void declarationsFitEachOther(String setting, String problem) {
        assertThat(problems(
                        """
                        groundwork:queues: { jobs: {}, line: { fifo: true } }
                        groundwork:secrets: { key: { byHand: true } }
                        """
                                + setting))
                .containsExactly(problem);
    }

    @Test
    void circlesOnServiceConnectAreDoubted() {
        var circle =
                """
                groundwork:services:
                  a: { image: "a:1", port: 80, links: [b] }
                  b: { image: "b:1", port: 80, links: [a] }
                  c: { image: "c:1", links: [a] }
                """;

        assertThat(warnings(circle)).isEmpty();
        assertThat(warnings("groundwork:network: { discovery: connect }\n" + circle))
                .containsExactly(
                        "network.discovery: a, b form a cycle, and a Service Connect client sees only services "
                                + "created before it; deploy them again after the first update, or choose dns");
    }

    @Test
    void wordsOfSqlNameNothing() {
        assertThat(problems("groundwork:databases: { db: { name: order, user: select } }"))
                .containsExactly(
                        "databases.db.name: \"order\" is a reserved word of SQL; choose another name",
                        "databases.db.user: \"select\" is a reserved word of SQL; choose another name");
    }

    @Test
    void secretsHaveNamesOfTheirOwn() {
        assertThat(problems(
                        "groundwork:secrets: { one: { byHand: true, name: key }, two: { byHand: true, name: key } }"))
                .containsExactly("secrets.two.name: \"key\" is already the secret of secrets.one; choose another name");
    }

    @Test
    void instancesWithReplicasDoNotSleep() {
        assertThat(
                        problems(
                                """
                        groundwork:services: { app: {} }
                        groundwork:sleep: {}
                        groundwork:databases:
                          db: { replicas: 1 }
                          lake: { engine: aurora-postgres, replicas: 1 }
                        """))
                .containsExactly("databases.db.replicas: RDS can't stop an instance that has replicas; set "
                        + "sleep to false here, or replicas to 0");
    }

    @Rows(
            """
            tue 22:30-23:30 | day  | "15:00" | databases.db.maintenance: tue 22:30-23:30: the database is sure to run Mon, Tue, Wed, Thu, Fri, 13:00-22:00 in UTC, and backups need an hour of that too; choose a time within, or remove it
            sun 15:00-16:00 | day  | "15:00" | databases.db.maintenance: sun 15:00-16:00: the database is sure to run Mon, Tue, Wed, Thu, Fri, 13:00-22:00 in UTC, and backups need an hour of that too; choose a time within, or remove it
            tue 13:30-21:30 | day  | "15:00" | databases.db.maintenance: tue 13:30-21:30: the database is sure to run Mon, Tue, Wed, Thu, Fri, 13:00-22:00 in UTC, and backups need an hour of that too; choose a time within, or remove it
            tue 15:00-16:00 | day  | "05:00" | backup.at: 05:00 may find databases stopped, which are sure to run Mon, Tue, Wed, Thu, Fri, 13:00-22:00 in UTC; choose a time within, or remove it
            tue 15:00-16:00 | week | "15:00" | backup.every: would run on a day on which databases may be stopped; choose day, or set sleep to false for each database
            """)
    void databasesThatRestAreCaredForByDay(String maintenance, String every, String at, String problem) {
        assertThat(problems(
                        """
                        groundwork:services: { app: {} }
                        groundwork:sleep: { hours: { timezone: America/New_York } }
                        groundwork:databases: { db: { maintenance: %s } }
                        groundwork:backup: { every: %s, at: %s }
                        """
                                .formatted(maintenance, every, at)))
                .containsExactly(problem);
    }

    @Test
    void aVersionThatLeavesStandardSupportSoonIsDoubted() {
        assertThat(warnings("groundwork:databases: { old: { version: \"14.12\" }, db: { version: \"15\" } }"))
                .filteredOn(warning -> warning.contains("version"))
                .containsExactly("databases.old.version: 14.12 leaves standard support in February 2027, and AWS then"
                        + " upgrades it in a maintenance window of its own choice; upgrade before, to 15 or later");
    }

    @Test
    void theDayIsLongEnoughToCareForDatabases() {
        assertThat(
                        problems(
                                """
                        groundwork:services: { app: {} }
                        groundwork:sleep: { hours: { timezone: America/New_York, stop: "12:00" } }
                        groundwork:databases: { db: {} }
                        """))
                .containsExactly(
                        "sleep.hours: Mon, Tue, Wed, Thu, Fri, 13:00-16:00 in UTC, in summer and winter alike, is too"
                                + " short for backups and maintenance of databases; give at least four hours, or set sleep to"
                                + " false for each database");
    }

    @Test
    void namesAndPathsAreAsLongAsAwsTakesThem() {
        assertThat(problems("groundwork:services: { app: { port: 80, routes: [/%s] } }".formatted("a".repeat(128))))
                .singleElement()
                .asString()
                .startsWith("services.app.routes[0]: ")
                .contains("write a path pattern of up to 128 characters that starts with /");
        assertThat(problems("groundwork:domain: { name: %s.com, zone: Z0123456789 }".formatted("a.".repeat(30) + "a")))
                .singleElement()
                .asString()
                .startsWith("domain.name: ")
                .contains("write a lower-case host name of up to 64 characters");
        assertThat(problems("groundwork:cdn: { staticPaths: [/%s] }".formatted("a".repeat(255))))
                .singleElement()
                .asString()
                .startsWith("cdn.staticPaths[0]: ")
                .contains("write a path pattern of up to 255 characters that starts with /");
    }

    @Test
    void movingRequestsWithoutBlueAndGreenIsToldOf() {
        assertThat(warnings("groundwork:services: { app: { image: \"a:1\", blueGreen: { shift: linear } } }"))
                .containsExactly("services.app.blueGreen: does nothing without deploy: blue-green");
    }

    @Test
    void containersWithoutATagAreLeftOut() {
        assertThat(warnings(
                        "groundwork:services: { app: { image: \"a:1\", init: { migrate: { image: migrations } } } }"))
                .containsExactly("services.app.init.migrate.image: \"migrations\" names no tag; the container is left"
                        + " out until it does, as in migrations:1.0.0");
    }

    @Test
    void codeDeployAndServiceConnectExcludeEachOther() {
        assertThat(
                        problems(
                                """
                        groundwork:network: { discovery: connect }
                        groundwork:services: { app: { port: 80, routes: [/], deploy: blue-green } }
                        """))
                .containsExactly(
                        "services.app.deploy: CodeDeploy does not support Service Connect; set network.discovery: "
                                + "dns, or choose rolling");
    }

    @Test
    void productionKeepsATaskOnDemandBehindRoutes() {
        assertThat(
                        problems(
                                """
                        groundwork:environment: production
                        groundwork:services:
                          app: { port: 80, image: "a:1", routes: [/], spot: { base: 0, share: 100% } }
                          worker: { spot: { base: 0, share: 100% } }
                        """))
                .containsExactly(
                        "services.app.spot.base: 0: in production a service with routes needs an on-demand task, "
                                + "since Spot capacity can run out; set at least 1");
    }

    @Test
    void sidecarsHavePortsOfTheirOwn() {
        assertThat(
                        problems(
                                """
                        groundwork:services:
                          app: { sidecars: { a: { image: "a:1", port: 90 }, b: { image: "b:1", port: 90 } } }
                        """))
                .containsExactly("services.app.sidecars.b.port: 90 is the port of sidecars.a, and containers of a task "
                        + "share their ports; choose another");
    }

    @Test
    void brokenDeclarationsAreNotToldOfTwice() {
        assertThat(
                        problems(
                                """
                        groundwork:services: { app: { links: [db, jobs, api] }, api: { port: eighty } }
                        groundwork:databases: { db: { version: old } }
                        groundwork:queues: { jobs: 5 }
                        """))
                .containsExactly(
                        "databases.db.version: \"old\": write a version of two digits such as 16 or 16.4",
                        "queues.jobs: found \"5\": write a block of visibility, retries, retention, delay, …",
                        "services.api.port: \"eighty\": write a whole number, from 1 to 65535, for example 3000");
    }

    @Test
    void stacksNameIsAName() {
        assertThat(problemsOf("shop", "prod_1"))
                .containsExactly("stack: \"prod_1\": the stack name is part of every resource name; use at most 40 "
                        + "lower-case letters, digits and single hyphens, starting with a letter");
    }

    @Test
    void systemAndStackLeaveRoom() {
        assertThat(problemsOf("shop", "a-stack-with-quite-a-long-name-for-shops"))
                .containsExactly(
                        "system: \"shop-a-stack-with-quite-a-long-name-for-shops\", the prefix of every name, has "
                                + "45 characters; at most 40 leave room for the rest; shorten the name of the system or the "
                                + "stack");
    }

    @Test
    void projectsNameDoesForASystem() {
        assertThat(problemsOf("My Shop", "dev"))
                .containsExactly("system: \"My Shop\": write a lower-case name with hyphens, for example shop");
    }

    @Test
    void oneProblemHoldsNoOthersBack() {
        assertThat(
                        problemsOf(
                                Map.of(
                                        "aws:region", "us-east-1",
                                        "groundwork:system", "No System",
                                        "groundwork:cdn", "{\"servicePaths\": [\"/a/*\"], \"staticPaths\": [\"/a/*\"]}",
                                        "groundwork:chaos", "{}",
                                        "groundwork:services",
                                                """
                                        {"app": {"image": "a:1", "port": "x", "links": ["db"]},
                                         "web": {"image": "a:1", "deploy": "blue-green", "stopTimeout": "1h", "platform": "app-runner"}}
                                        """)))
                .extracting(problem -> problem.replaceAll(":.*", ""))
                .contains("system", "owner", "services.app.port", "services.app.links[0]", "services.web.stopTimeout")
                .contains("cdn.servicePaths[0]", "services.web.deploy");
    }

    @Rows(
            """
            groundwork:services: { app: {} }                                                    | services.app.image: is not given; a placeholder runs until it is
            groundwork:services: { app: { image: shop } }                                       | services.app.image: "shop" names no tag; a placeholder runs until it does, as in shop:1.0.0
            groundwork:services: { app: { image: "a:1", spot: { base: 1, share: 50% } } }       | services.app.spot.base: covers all tasks, of which there are at most 1, so none runs on Spot; lower base, or raise tasks.max
            groundwork:waf: {}                                                                  | waf: has nothing to protect: no service has routes, and there is no cdn and no app
            groundwork:observability: { alarms: { enabled: true } }                             | observability.alarms.email: alarms have no recipient
            """)
    void oddSettingsAreWarnedOf(String setting, String warning) {
        assertThat(warnings(setting)).containsExactly(warning);
    }

    @Test
    void aConsumedQueueHidesItsMessages() {
        assertThat(
                        problems(
                                """
                        groundwork:services: { work: { links: [jobs] } }
                        groundwork:queues: { jobs: { visibility: 0s } }
                        """))
                .containsExactly(
                        "queues.jobs.visibility: 0s is less than the stopTimeout of services.work, 30s: another task"
                                + " would get a message that a stopping one still works on; give at least 30s");
        assertThat(
                        problems(
                                """
                        groundwork:services: { send: { port: 80, links: [jobs] } }
                        groundwork:queues: { jobs: { visibility: 0s } }
                        """))
                .isEmpty();
    }

    @Test
    void anAlarmSumsUpSoManyQueues() {
        assertThat(
                        problems(
                                """
                        groundwork:services: { work: { links: [a, b, c, d, e, f], tasks: { min: 1, max: 2, backlog: 5 } } }
                        groundwork:queues: { a: {}, b: {}, c: {}, d: {}, e: {}, f: {} }
                        """))
                .containsExactly(
                        "services.work.tasks.backlog: 6 consumed queues are too many: an alarm takes 10 metrics, two"
                                + " for each queue; split the service, or consume at most 5");
    }

    private static List<String> problemsOf(Map<String, String> config) {
        return problemsOf(Configuration.of("shop", "test", config));
    }

    private static List<String> problemsOf(String project, String stack) {
        return problemsOf(
                Configuration.of(project, stack, Map.of("aws:region", "us-east-1", "groundwork:owner", "team")));
    }

    private static List<String> problemsOf(Configuration configuration) {
        return catchThrowableOfType(SettingsException.class, () -> Settings.read(configuration)).problems().stream()
                .map(Object::toString)
                .toList();
    }
}
