package groundwork.change;

import static groundwork.change.Changed.hazards;
import static groundwork.change.Changed.steps;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import groundwork.change.hazards.Hazard;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a change of the production stack does, and what people are told of it. */
class ComparisonTest {
    private static final String TOPIC = "  groundwork:topics: { news: {} }\n  groundwork:budget:";

    @Test
    void aVersionOfTheAppIsDeployedWithoutAnyHazard() {
        var deployed = Changed.prod().to("app:1.0.0", "app:1.0.1");

        assertThat(steps(deployed))
                .containsExactly(
                        "update aws:ecs/service:Service app-service",
                        "replace aws:ecs/taskDefinition:TaskDefinition app-task");
        assertThat(deployed.replaced()).singleElement().satisfies(change -> {
            assertThat(change.properties()).containsExactly("containerDefinitions");
            assertThat(change.setting()).isEqualTo("services.app.image");
        });
        assertThat(deployed.hazards()).isEmpty();
    }

    @Test
    void nothingChangesWhereTheFileSaysTheSame() {
        assertThat(Changed.prod().to("min: 2", "min: 2  # as before").isEmpty()).isTrue();
    }

    @Test
    void everythingIsNewWithoutAnOldVersion() {
        var first = Comparison.of(Optional.empty(), Changed.prod().version());

        assertThat(first.created()).hasSizeGreaterThan(100);
        assertThat(first.updated()).isEmpty();
        assertThat(first.hazards()).isEmpty();
    }

    @Test
    void eachStepHasTheSettingThatCausedIt() {
        var changed =
                Changed.prod().where("monthly: 390", "monthly: 390, threshold: 80%".replace(", threshold: 80%", ""));
        var both = changed.to(changed.where("backups: 30d", "backups: 35d").where("max: 5", "max: 6"));

        assertThat(both.updated())
                .extracting(Change::name, Change::setting)
                .contains(
                        tuple("db-instance", "databases.db.backups"),
                        tuple("worker-scaling-target", "services.worker.tasks.max"));
    }

    @Test
    void countedHasTheSameStepsWithoutTheirSettings() {
        var changed = Changed.prod();
        var both = changed.where("backups: 30d", "backups: 35d").where("max: 5", "max: 6");
        var counted = Comparison.counted(changed.version(), both.version());

        assertThat(steps(counted)).isNotEmpty().isEqualTo(steps(changed.to(both)));
        assertThat(counted.updated()).extracting(Change::setting).containsOnly("");
    }

    @Test
    void aLinkCausesWhatItsTargetDoesNotCauseAlone() {
        var changed = Changed.prod();
        var linked = changed.to(changed.where("groundwork:budget:", TOPIC.strip())
                .where(
                        "links: [db, redis, log-level, database-pool-size, api-keys]",
                        "links: [db, redis, log-level, database-pool-size, api-keys, news]"));

        assertThat(linked.created())
                .filteredOn(change -> change.name().equals("news-topic"))
                .extracting(Change::setting)
                .containsExactly("topics.news");
        assertThat(linked.replaced())
                .filteredOn(change -> change.name().equals("worker-task"))
                .extracting(Change::setting)
                .containsExactly("services.worker.links");
    }

    @Test
    void aLargerDatabaseInterruptsWhatUsesIt() {
        assertThat(Changed.prod().to("db.t3.medium", "db.t3.large").hazards())
                .containsExactly(new Hazard(
                        Hazard.Kind.INTERRUPTED,
                        "db-instance",
                        "databases.db.instanceClass",
                        "interrupts the database while it moves to other hardware (used by app, worker) for about 1 to 2 minutes"
                                + " with multiAz, otherwise 5 to 10, in the next maintenance window",
                        "make this update at a quiet time"));
    }

    @Test
    void aDatabaseThatGoesIsProtected() {
        var gone = Changed.prod().where("links: [db, ", "links: [");

        assertThat(hazards(gone.to("    db: { version: \"16\"", "    other: { version: \"16\"")))
                .contains("refused:db-instance", "endpoint-moves:endpoints-databases-db--host");
    }

    @Test
    void aRenamedDatabaseIsTheSameDatabase() {
        var unlinked = Changed.prod().where("links: [db, ", "links: [");
        var renamed = unlinked.to("    db: { version: \"16\"", "    main: { renamedFrom: db, version: \"16\"");
        var another = unlinked.to("    db: { version: \"16\"", "    main: { version: \"16\"");

        assertThat(steps(renamed)).contains("update aws:rds/instance:Instance main-instance");
        assertThat(hazards(renamed)).noneMatch(name -> name.startsWith("data-lost") || name.startsWith("refused"));
        assertThat(another.hazards())
                .filteredOn(hazard -> hazard.name().equals("refused:db-instance"))
                .extracting(Hazard::remedy)
                .allMatch(
                        remedy -> remedy.startsWith("if it only has another name, add renamedFrom: db to its entry;"));
    }

    @Test
    void aServiceUnderAnotherNameNeedsItsImagesAgain() {
        var renamed = Changed.prod().to("    worker:\n      image: worker:", "    jobs:\n      image: jobs:");

        assertThat(hazards(renamed))
                .contains(
                        "first-deployment:images-jobs",
                        "data-lost:images-worker",
                        "endpoint-moves:endpoints-services-worker--name");
    }

    @Test
    void anImageWithoutATagIsAPlaceholderAgain() {
        assertThat(hazards(Changed.prod().to("image: worker:1.0.0", "image: worker")))
                .containsExactly("first-deployment:worker-task");
    }

    @Test
    void anotherNetworkForAProductionFullOfDataIsRefused() {
        assertThat(hazards(Changed.prod().to("10.0.0.0/16", "10.1.0.0/16")))
                .contains("refused:db-subnets", "interrupted:network-vpc");
    }

    @Test
    void stepsThatTakeTwoSettingsTogetherNameBoth() {
        var changed = Changed.prod().to("sticky: 1d", "sticky: 2d");

        assertThat(changed.updated())
                .filteredOn(change -> change.name().equals("app-app-sticky-group-3000"))
                .extracting(Change::setting)
                .containsExactly("services.app.routes[1].sticky, services.app.routes[2].sticky");
    }

    @Test
    void aSecretThatIsFilledInByHandIsLostWithItsValue() {
        var stands = Changed.file("src/test/resources/stacks/Pulumi.changing.yaml");

        assertThat(hazards(
                        stands.to("environment: production", "environment: production\n  groundwork:secretPath: shop")))
                .contains("data-lost:stripe-stored-secret");
    }

    @Test
    void aNatGatewayThatGoesInterruptsOutboundConnections() {
        assertThat(hazards(Changed.prod().to("nat: per-zone", "nat: single")))
                .containsExactly("interrupted:network-nat-2", "interrupted:network-nat-3");
    }

    @Test
    void hazardsHaveASafeWay() {
        assertThat(Changed.prod().to("10.0.0.0/16", "10.1.0.0/16").hazards())
                .extracting(Hazard::remedy)
                .isNotEmpty()
                .doesNotContain("");
    }
}
