package groundwork.settings.data;

import static java.util.stream.Collectors.toSet;

import groundwork.aws.PostgresReleases;
import groundwork.settings.Region;
import groundwork.settings.links.LinkSettings.Access;
import groundwork.settings.links.Linkable;
import groundwork.settings.links.NamedSecret;
import groundwork.settings.links.Offer;
import groundwork.settings.links.Reach;
import groundwork.settings.marks.Between;
import groundwork.settings.marks.Checked;
import groundwork.settings.marks.Matching;
import groundwork.settings.marks.Setting;
import groundwork.settings.problems.Problems;
import groundwork.settings.resilience.ExportSettings;
import groundwork.settings.secrets.SecretSettings.Store;
import groundwork.settings.units.Gigabytes;
import groundwork.settings.units.WeekWindow;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.stream.IntStream;

/** A PostgreSQL database: an RDS instance, or Aurora Serverless that can pause. */
public record DatabaseSettings(
        @Setting(
                        value = "An RDS instance, or Aurora Serverless v2",
                        example = "aurora-postgres",
                        cost = "Aurora about $0.12 an ACU hour and $0.10 a GB, instead of instanceClass and storage")
                Engine engine,
        @Setting(
                        value = "PostgreSQL's version",
                        example = "16",
                        cost =
                                "nothing: extended support is off, and AWS upgrades a version that leaves standard support")
                @Matching(value = "\\d{2}(\\.\\d{1,2})?", says = "a version of two digits such as 16 or 16.4")
                String version,
        @Setting(
                        value = "The instance's class",
                        example = "db.t4g.medium",
                        cost = "db.t4g.medium about $47, twice that with multiAz")
                @Matching(
                        value = "db\\.[a-z]+\\d[a-z0-9]*\\.(micro|small|medium|\\d*x?large)",
                        says = "an instance class such as db.t4g.medium")
                String instanceClass,
        @Setting(value = "Allocated storage", example = "20GB", cost = "about $0.115 a GB")
                @Between(min = "20GB", max = "65536GB")
                Gigabytes storage,
        @Setting(
                        value = "Maximum storage for autoscaling; by default twice storage, at least 100GB",
                        example = "100GB",
                        cost = "about $0.115 a GB, as it grows")
                @Between(min = "20GB", max = "65536GB")
                Optional<Gigabytes> maxStorage,
        @Setting(
                        value = "Multi-AZ: a standby in another zone",
                        example = "true",
                        cost = "doubles the instance and its storage")
                boolean multiAz,
        @Setting(
                        value = "Retention of automated backups",
                        example = "30d",
                        cost = "nothing up to the size of the database; about $0.095 a GB above it")
                @Between(min = "1d", max = "35d")
                Duration backups,
        @Setting(value = "Name of the database in the server", example = "app")
                @Matching(
                        value = "[a-z][a-z0-9_]{0,62}",
                        says = "lower-case letters, digits and _, starting with a letter")
                String name,
        @Setting(value = "Master user", example = "app")
                @Matching(
                        value = "(?!(?:postgres|master|" + PostgresReleases.RESERVED_USERS
                                + ")$|pg_)[a-z][a-z0-9_]{0,62}",
                        says =
                                "lower-case letters, digits and _, not pg_ first, and none of admin, postgres, rdsadmin, master and user")
                String user,
        @Setting(
                        value =
                                "Name of the secret that holds the connection URL; the database's name and -url by default",
                        example = "database-url")
                @Matching(value = "[\\w/+=.@-]{1,120}", says = "a secret's name")
                Optional<String> secret,
        @Setting(
                        value = "Store of that secret",
                        example = "parameter-store",
                        cost = "$0.40 in Secrets Manager, nothing in Parameter Store")
                Store secretStore,
        @Setting(value = Linkable.PROTECT, example = "false") Optional<Boolean> protect,
        @Setting(value = "Performance Insights, kept for seven days", example = "true", cost = "nothing for seven days")
                boolean insights,
        @Setting(
                        value =
                                "Stops while the environment sleeps; AWS starts a stopped instance after seven days, and it is"
                                        + " then stopped again",
                        example = "false",
                        cost = "saves its instances while asleep, but not storage and backups")
                boolean sleep,
        @Setting("Capacity range of Aurora Serverless v2") Capacity capacity,
        @Setting("Read replicas; services use them by a link with access: read") ReplicaSettings replicas,
        @Setting(
                        value =
                                "Maintenance window, in UTC; by default at night, or in an hour of a working day where the "
                                        + "database sleeps outside hours",
                        example = "sun 02:00-04:00")
                WeekWindow maintenance,
        @Setting(
                        value = "Region that automated backups are replicated to",
                        example = "us-west-2",
                        cost = "about $0.095 a GB, $0.02 a GB transferred, and $1 for a key there")
                @Matching(value = Region.FORM, says = Region.SAYS)
                Optional<String> backupRegion,
        @Setting("Snapshot export to S3 as Parquet files") Optional<ExportSettings> export,
        @Setting("Alarm rules of this database") DatabaseAlarmSettings alarms,
        @Setting("What PostgreSQL logs besides errors") DatabaseLogSettings logs,
        @Setting(value = Linkable.RENAMED_FROM, example = "app")
                @Matching(value = Linkable.NAME, says = Linkable.NAME_SAYS)
                Optional<String> renamedFrom)
        implements Checked, Linkable {
    private static final int LEAST_LIMIT = 100;
    private static final int LARGEST_DISK = 65_536;

    public enum Engine {
        POSTGRES,
        AURORA_POSTGRES
    }

    public boolean isAurora() {
        return engine == Engine.AURORA_POSTGRES;
    }

    /** Aurora that may go down to nothing needs nobody to stop it. */
    public boolean pausesByItself() {
        return isAurora() && capacity.canPause();
    }

    /** Aurora's standby answers reads, that of an instance answers nobody. */
    public int readers() {
        return isAurora() && multiAz ? Math.max(1, replicas.min()) : replicas.min();
    }

    /** Whether reads go to several instances under a shared name inside the VPC; Aurora has such a name itself. */
    public boolean hasSharedReadName() {
        return !isAurora() && readers() > 1;
    }

    /** The time without a connection after which it pauses. */
    public Optional<Duration> pause() {
        return pausesByItself() ? Optional.of(capacity.pauseAfter()) : Optional.empty();
    }

    /** The secret that holds the complete URL. */
    public String urlSecret(String name) {
        return secret.orElseGet(() -> DatabaseNames.urlSecret(name));
    }

    public boolean canGrowDisk() {
        return storageLimit() > storage.value();
    }

    /** The disk it may grow to, in gigabytes. */
    public int storageLimit() {
        return maxStorage
                .map(Gigabytes::value)
                .orElseGet(() -> Math.min(LARGEST_DISK, Math.max(LEAST_LIMIT, 2 * storage.value())));
    }

    public String majorVersion() {
        return version.split("\\.")[0];
    }

    @Override
    public List<NamedSecret> secrets(String name) {
        boolean isParameter = secretStore == Store.PARAMETER_STORE;
        var url = NamedSecret.chosenBy("secret", urlSecret(name), isParameter);
        return readers() > 0
                ? List.of(url, NamedSecret.derived(DatabaseNames.readSecret(name), isParameter))
                : List.of(url);
    }

    @Override
    public Reach reach() {
        return Reach.VPC;
    }

    @Override
    public boolean isBackedUp() {
        return true;
    }

    @Override
    public SortedSet<Offer> offers() {
        var offers = Offer.all(Offer.HOST, Offer.PORT, Offer.NAME, Offer.USER, Offer.URL);
        if (pausesByItself()) {
            offers.add(Offer.PAUSE_AFTER);
        }
        return offers;
    }

    @Override
    public Set<Access> accesses() {
        return EnumSet.of(Access.READ, Access.READ_WRITE);
    }

    @Override
    public Set<String> siblings(String name) {
        if (isAurora()) {
            return IntStream.rangeClosed(1, 1 + readers())
                    .mapToObj(number -> DatabaseNames.auroraInstance(name, number))
                    .collect(toSet());
        }
        var siblings = IntStream.rangeClosed(1, readers())
                .mapToObj(number -> DatabaseNames.replica(name, number))
                .collect(toSet());
        if (readers() > 0) {
            siblings.add(DatabaseNames.reading(name));
        }
        return siblings;
    }

    @Override
    public void check(Problems problems) {
        new DatabaseChecks(this).check(problems);
    }
}
