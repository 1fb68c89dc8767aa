package groundwork.settings;

import groundwork.settings.audit.AuditSettings;
import groundwork.settings.budget.BudgetSettings;
import groundwork.settings.compute.AppSettings;
import groundwork.settings.compute.ImageSettings;
import groundwork.settings.data.CacheSettings;
import groundwork.settings.data.DatabaseSettings;
import groundwork.settings.data.TableSettings;
import groundwork.settings.edge.CdnSettings;
import groundwork.settings.edge.DomainSettings;
import groundwork.settings.edge.EntranceSettings;
import groundwork.settings.edge.LoadBalancerSettings;
import groundwork.settings.edge.WafSettings;
import groundwork.settings.links.Linkable;
import groundwork.settings.links.Reach;
import groundwork.settings.marks.LinkTargets;
import groundwork.settings.marks.Matching;
import groundwork.settings.marks.Setting;
import groundwork.settings.messaging.QueueSettings;
import groundwork.settings.messaging.TopicSettings;
import groundwork.settings.observe.MonitoringSettings;
import groundwork.settings.observe.ObservabilitySettings;
import groundwork.settings.policy.PolicySettings;
import groundwork.settings.resilience.BackupSettings;
import groundwork.settings.resilience.ChaosSettings;
import groundwork.settings.secrets.ExternalSettings;
import groundwork.settings.secrets.ParameterSettings;
import groundwork.settings.secrets.SecretSettings;
import groundwork.settings.service.Platform;
import groundwork.settings.service.ServiceSettings;
import groundwork.settings.sleep.OpenHours;
import groundwork.settings.sleep.SleepSettings;
import groundwork.settings.storage.BucketSettings;
import groundwork.settings.storage.VolumeSettings;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;

/** Everything a stack file says, with the environment's defaults filled in. */
public record StackSettings(
        @Setting(
                        value = "Kind of environment; it selects the defaults and nothing else",
                        example = "production",
                        cost = "what its defaults cost")
                EnvironmentKind environment,
        @Setting(
                        value =
                                "Name of the system, part of every physical name and path; the Pulumi project's name by default",
                        example = "shop")
                @Matching(value = "[a-z][a-z0-9]*(-[a-z0-9]+)*", says = "a lower-case name with hyphens")
                String system,
        @Setting(value = "Owner of the stack, a tag on every resource", example = "team-shop")
                @Matching(value = "[\\w .:/=+@-]{1,100}", says = "up to 100 letters, digits, spaces or any of _.:/=+-@")
                String owner,
        @Setting(
                        value =
                                "Whether Pulumi and AWS refuse to delete what holds data: databases, caches, tables, volumes, "
                                        + "buckets, backups, the key, the VPC, the load balancer",
                        example = "true")
                boolean protect,
        @Setting(value = "Path prefix of secrets and parameters, instead of /system/stack", example = "prod/shop")
                @Matching(
                        value = "[\\w.-]{1,100}(/[\\w.-]{1,100}){0,9}",
                        says = "letters, digits, _ . and -, path segments separated by /")
                Optional<String> secretPath,
        @Setting("The AWS provider") ProviderSettings provider,
        @Setting("Public domain and its Route 53 hosted zone") Optional<DomainSettings> domain,
        @Setting("The VPC") NetworkSettings network,
        @Setting("The public entrance of services on Fargate with routes") EntranceSettings entrance,
        @Setting(
                        value = "The Application Load Balancer in front of every service with routes",
                        cost = "about $16, and about $6 for each LCU in use")
                LoadBalancerSettings loadBalancer,
        @Setting(
                        value = "CloudFront in front of static files and the load balancer",
                        cost = "nothing for the first 1 TB; then about $0.085 a GB")
                Optional<CdnSettings> cdn,
        @Setting(
                        value = "AWS WAF on the public entrances",
                        cost = "about $5 for each entrance, $0.60 for a million requests, and its rules")
                Optional<WafSettings> waf,
        @Setting("ECR repositories of the stack") ImageSettings images,
        @Setting("Encryption at rest") EncryptionSettings encryption,
        @Setting("Logs, alarms and the dashboard") ObservabilitySettings observability,
        @Setting("Prometheus and Grafana as services named prometheus and grafana; entries of these names "
                        + "in the stack file take precedence")
                Optional<MonitoringSettings> monitoring,
        @Setting("Cost budget and anomaly alerts; activate the tags system and environment as cost "
                        + "allocation tags once, in the account's billing settings")
                Optional<BudgetSettings> budget,
        @Setting("CloudTrail and GuardDuty") Optional<AuditSettings> audit,
        @Setting("AWS Backup of databases, tables, volumes and versioned buckets, in addition to automated database "
                        + "backups")
                Optional<BackupSettings> backup,
        @Setting("AWS FIS experiments, started by hand") Optional<ChaosSettings> chaos,
        @Setting("What the policy pack demands of this stack") PolicySettings policy,
        @Setting("Services and databases stop when nobody uses them, and start again when somebody does")
                Optional<SleepSettings> sleep,
        @Setting("Web services (with routes), internal services (with a port) and workers")
                @LinkTargets({"compute:Service", "compute:ServiceAddress", "compute:AppRunnerService"})
                Map<String, ServiceSettings> services,
        @Setting("Front ends built and served by Amplify Hosting") Map<String, AppSettings> apps,
        @Setting("PostgreSQL databases") @LinkTargets("data:Postgres") Map<String, DatabaseSettings> databases,
        @Setting("Redis or Valkey caches") @LinkTargets("data:Cache") Map<String, CacheSettings> caches,
        @Setting(
                        value = "DynamoDB tables, billed on demand",
                        cost =
                                "about $0.25 a GB, $0.125 for a million reads and $0.625 for a million writes; storage and writes"
                                        + " once more for each index")
                @LinkTargets("data:Table")
                Map<String, TableSettings> tables,
        @Setting(
                        value = "SQS queues, each with a dead-letter queue",
                        cost = "nothing for the first million requests; then $0.40 for a million")
                @LinkTargets("messaging:Queue")
                Map<String, QueueSettings> queues,
        @Setting(value = "SNS topics", cost = "nothing for the first million messages; then $0.50 for a million")
                @LinkTargets("messaging:Topic")
                Map<String, TopicSettings> topics,
        @Setting(value = "S3 buckets", cost = "about $0.023 a GB") @LinkTargets("storage:Bucket")
                Map<String, BucketSettings> buckets,
        @Setting(value = "EFS file systems that tasks mount", cost = "about $0.30 a GB") @LinkTargets("storage:Volume")
                Map<String, VolumeSettings> volumes,
        @Setting(
                        value = "Secrets in Secrets Manager or Parameter Store",
                        cost = "$0.40 for each in Secrets Manager, nothing in Parameter Store")
                @LinkTargets("secrets:Secret")
                Map<String, SecretSettings> secrets,
        @Setting("Plain text values in Parameter Store") @LinkTargets("secrets:Parameter")
                Map<String, ParameterSettings> parameters,
        @Setting("Hosts outside the stack that services connect to") @LinkTargets({})
                Map<String, ExternalSettings> externals) {

    /** Services on one platform, by name. */
    public SortedMap<String, ServiceSettings> servicesOn(Platform platform) {
        return servicesWhere(platform::equals);
    }

    /** Services that run in the VPC behind its load balancer or HTTP API, by name. */
    public SortedMap<String, ServiceSettings> servicesInNetwork() {
        return servicesWhere(Platform::isInNetwork);
    }

    private SortedMap<String, ServiceSettings> servicesWhere(Predicate<Platform> holds) {
        var found = new TreeMap<>(services);
        found.values().removeIf(service -> !holds.test(service.platform()));
        return Collections.unmodifiableSortedMap(found);
    }

    /** Hosts that lead to the load balancer or HTTP API, besides the domain itself. */
    public SortedSet<String> otherHosts() {
        var hosts = new TreeSet<String>();
        services.values().stream()
                .filter(ServiceSettings::isBalanced)
                .flatMap(service -> service.routes().stream())
                .flatMap(route -> route.host().stream())
                .forEach(hosts::add);
        domain.ifPresent(it -> hosts.remove(it.name()));
        return Collections.unmodifiableSortedSet(hosts);
    }

    /** Whether there is a topic: for alarms, or without them for a waking that fails. */
    public boolean hasAlarmTopic() {
        return observability.alarms().enabled()
                || sleep.isPresent() && observability.alarms().tellsSomebody();
    }

    /** A database that sleeps can't be copied then, and nobody needs to hear of it. */
    public boolean tellsOfBackups() {
        return hasAlarmTopic()
                && backup.isPresent()
                && databases.values().stream().noneMatch(this::sleeps);
    }

    /** Whether EventBridge publishes to the topic of the alarms. */
    public boolean tellsOfEvents() {
        return tellsOfBackups()
                || hasAlarmTopic() && audit.filter(AuditSettings::guardDuty).isPresent();
    }

    /** Whether anything lives in a VPC. */
    public boolean needsNetwork() {
        return LinkKind.targets(this).map(Linkable::reach).anyMatch(Reach::isInVpc);
    }

    /** Whether the database is stopped while the environment sleeps. */
    public boolean sleeps(DatabaseSettings database) {
        return sleep.isPresent() && database.sleep() && !database.pausesByItself();
    }

    /** Whether no task of the service runs while the environment sleeps. */
    public boolean sleeps(ServiceSettings service) {
        return sleep.isPresent() && service.sleep() && service.platform().isInNetwork();
    }

    /** When the database is sure to run, where it sleeps for a part of the week. */
    public Optional<OpenHours> openHours(DatabaseSettings database) {
        return sleep.filter(it -> sleeps(database)).flatMap(SleepSettings::openHours);
    }

    /** Whether the service links to something that lives in the VPC. */
    public boolean reachesIntoNetwork(ServiceSettings service) {
        return service.links().stream()
                .flatMap(link -> LinkKind.target(link.to(), this).stream())
                .map(Linkable::reach)
                .anyMatch(Reach::isInVpc);
    }
}
