package groundwork.simulated.changes;

import static groundwork.aws.ResourceTypes.ECS_SERVICE;
import static groundwork.aws.ResourceTypes.ELASTICACHE_REPLICATION_GROUP;
import static groundwork.aws.ResourceTypes.RDS_INSTANCE;
import static groundwork.aws.ResourceTypes.SECRETSMANAGER_SECRET;
import static org.assertj.core.api.Assertions.assertThat;

import groundwork.simulated.Existing;
import groundwork.simulated.Finding;
import groundwork.simulated.Place;
import groundwork.simulated.World;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ChangesTest {
    private static final World NOTHING = new World(List.of());

    @Test
    void aDatabaseIsNotDowngraded() {
        assertThat(update(RDS_INSTANCE, Map.of("engineVersion", "16.4"), Map.of("engineVersion", "16.3")))
                .containsExactly(
                        "version-never-lower: is 16.3; AWS does not downgrade from 16.4: restore a snapshot into another one");
        assertThat(update(RDS_INSTANCE, Map.of("engineVersion", "16.10"), Map.of("engineVersion", "16")))
                .isEmpty();
        assertThat(update(RDS_INSTANCE, Map.of("engineVersion", "16.9"), Map.of("engineVersion", "16.10")))
                .isEmpty();
    }

    @Test
    void aMajorVersionHasToBeAllowed() {
        assertThat(update(RDS_INSTANCE, Map.of("engineVersion", "16"), Map.of("engineVersion", "17")))
                .containsExactly("major-version-allowed: is 17 instead of 16, another major version, which "
                        + "allowMajorVersionUpgrade does not allow");
        assertThat(update(
                        RDS_INSTANCE,
                        Map.of("engineVersion", "16"),
                        Map.of("engineVersion", "17", "allowMajorVersionUpgrade", true)))
                .isEmpty();
    }

    @Test
    void aDiskDoesNotShrink() {
        assertThat(update(RDS_INSTANCE, Map.of("allocatedStorage", 100), Map.of("allocatedStorage", 20)))
                .containsExactly("disk-never-smaller: is 20 GB; the disk has 100, and can't shrink");
        assertThat(update(RDS_INSTANCE, Map.of("allocatedStorage", 20), Map.of("allocatedStorage", 100)))
                .isEmpty();
    }

    @Test
    void aCacheKeepsItsMode() {
        assertThat(update(ELASTICACHE_REPLICATION_GROUP, Map.of("numCacheClusters", 2), Map.of("numNodeGroups", 2)))
                .containsExactly(
                        "cache-mode-stays: cluster mode can't be turned on in place; create another cache and move to it");
        assertThat(update(ELASTICACHE_REPLICATION_GROUP, Map.of("numNodeGroups", 2), Map.of("numNodeGroups", 3)))
                .isEmpty();
    }

    @Test
    void aKeyKeepsItsType() {
        var table = "aws:dynamodb/table:Table";
        var text = Map.of("name", "id", "type", "S");
        var number = Map.of("name", "id", "type", "N");
        assertThat(update(
                        table,
                        Map.of("hashKey", "id", "attributes", List.of(text)),
                        Map.of("hashKey", "id", "attributes", List.of(number))))
                .containsExactly("table-key-stays: the type of a key can't change; create another table");
    }

    @Test
    void codeDeployAloneChangesWhatItDeploys() {
        Map<String, Object> deployed =
                Map.of("deploymentController", Map.of("type", "CODE_DEPLOY"), "taskDefinition", "app:1");
        assertThat(update(
                        ECS_SERVICE,
                        deployed,
                        Map.of("deploymentController", Map.of("type", "CODE_DEPLOY"), "taskDefinition", "app:2")))
                .containsExactly("codedeploy-owns-service: can't be updated on a service with a CODE_DEPLOY deployment "
                        + "controller; only a deployment changes it");
        assertThat(update(ECS_SERVICE, Map.of("taskDefinition", "app:1"), Map.of("taskDefinition", "app:2")))
                .isEmpty();
    }

    @Test
    void aSubnetGroupStaysInItsVpc() {
        var group = "aws:rds/subnetGroup:SubnetGroup";
        var world = new World(List.of(
                existing("aws:ec2/subnet:Subnet", "one", "subnet-1", Map.of("vpcId", "vpc-1")),
                existing("aws:ec2/subnet:Subnet", "two", "subnet-2", Map.of("vpcId", "vpc-1")),
                existing("aws:ec2/subnet:Subnet", "other", "subnet-9", Map.of("vpcId", "vpc-9"))));
        var old = existing(group, "db", "db", Map.of("subnetIds", List.of("subnet-1")));

        assertThat(said(Changes.refusedUpdate(
                        old, existing(group, "db", "db", Map.of("subnetIds", List.of("subnet-9"))), world)))
                .containsExactly("one-vpc: is in another VPC; what lies in a VPC can't move to another");
        assertThat(Changes.refusedUpdate(
                        old, existing(group, "db", "db", Map.of("subnetIds", List.of("subnet-1", "subnet-2"))), world))
                .isEmpty();
    }

    /** A resource that is being replaced is there twice, under one URN. */
    @Test
    void theSubnetThatReplacesAnotherIsKnownToo() {
        var group = "aws:rds/subnetGroup:SubnetGroup";
        var world = new World(List.of(
                existing("aws:ec2/subnet:Subnet", "one", "subnet-1", Map.of("vpcId", "vpc-1")),
                existing("aws:ec2/subnet:Subnet", "one", "subnet-9", Map.of("vpcId", "vpc-9"))));

        assertThat(Changes.refusedUpdate(
                        existing(group, "db", "db", Map.of("subnetIds", List.of("subnet-1"))),
                        existing(group, "db", "db", Map.of("subnetIds", List.of("subnet-9"))),
                        world))
                .hasSize(1);
    }

    @Test
    void whatIsProtectedIsNotDeleted() {
        assertThat(deletion(existing(RDS_INSTANCE, "db", "db", Map.of("deletionProtection", true))))
                .containsExactly("deletion-protection: is on: AWS deletes it only after that was turned off");
        assertThat(deletion(existing(RDS_INSTANCE, "db", "db", Map.of("deletionProtection", false))))
                .isEmpty();
    }

    @Test
    void aBucketIsEmptiedOrStays() {
        var bucket = "aws:s3/bucketV2:BucketV2";
        assertThat(deletion(existing(bucket, "files", "files-1", Map.of("forceDestroy", false))))
                .containsExactly(
                        "not-empty: is off: AWS deletes it only when it is empty, or after that was turned on");
        assertThat(deletion(existing(bucket, "files", "files-1", Map.of("forceDestroy", true))))
                .isEmpty();
    }

    @Test
    void aLastSnapshotIsNotOverwritten() {
        var database = existing(RDS_INSTANCE, "db", "db", Map.of("finalSnapshotIdentifier", "db-last"));

        assertThat(said(Changes.refusedDeletion(database, NOTHING, List.of(database))))
                .containsExactly(
                        "last-snapshot-once: \"db-last\" is the last snapshot of an earlier db; delete or copy "
                                + "that first");
        assertThat(deletion(database)).isEmpty();
    }

    @Test
    void whatIsInUseStays() {
        var certificate = existing("aws:acm/certificate:Certificate", "certificate", "arn:cert", Map.of());
        var listener = existing("aws:lb/listener:Listener", "https", "arn:l", Map.of("certificateArn", "arn:cert"));

        assertThat(said(Changes.refusedDeletion(certificate, new World(List.of(listener)), List.of())))
                .containsExactly("in-use: is in use by aws:lb/listener:Listener https");
        assertThat(deletion(certificate)).isEmpty();
    }

    @Test
    void aTargetGroupIsUsedByEachRuleThatForwardsToIt() {
        var group = existing("aws:lb/targetGroup:TargetGroup", "app", "arn:group", Map.of());
        var rule = existing(
                "aws:lb/listenerRule:ListenerRule",
                "any",
                "arn:rule",
                Map.of("actions", List.of(Map.of("type", "forward", "targetGroupArn", "arn:group"))));

        assertThat(Changes.refusedDeletion(group, new World(List.of(rule)), List.of()))
                .hasSize(1);
    }

    @Test
    void theNameOfADeletedSecretIsTakenUntilItIsGone() {
        var asked = existing(SECRETSMANAGER_SECRET, "stripe", "", Map.of("name", "/shop/prod/stripe"));
        var kept = existing(
                SECRETSMANAGER_SECRET,
                "stripe",
                "arn:s",
                Map.of("name", "/shop/prod/stripe", "recoveryWindowInDays", 30));
        var gone = existing(
                SECRETSMANAGER_SECRET,
                "stripe",
                "arn:s",
                Map.of("name", "/shop/prod/stripe", "recoveryWindowInDays", 0));

        assertThat(said(Changes.refusedCreation(asked, List.of(kept))))
                .containsExactly("name-in-recovery-window: a secret of this name is scheduled for deletion; restore it "
                        + "and import it, or wait until it is deleted");
        assertThat(Changes.refusedCreation(asked, List.of(gone))).isEmpty();
    }

    private static List<String> update(String type, Map<String, Object> before, Map<String, Object> after) {
        return said(
                Changes.refusedUpdate(existing(type, "it", "it", before), existing(type, "it", "it", after), NOTHING));
    }

    private static List<String> deletion(Existing old) {
        return said(Changes.refusedDeletion(old, NOTHING, List.of()));
    }

    private static List<String> said(Collection<Finding> findings) {
        var said = new ArrayList<String>();
        findings.forEach(finding -> said.add(finding.rule() + ": " + finding.message()));
        return said;
    }

    private static Existing existing(String type, String name, String id, Map<String, Object> inputs) {
        return new Existing(
                "urn:" + type + "::" + name,
                type,
                name,
                "",
                id,
                inputs,
                Map.of(),
                Set.of(),
                Place.in(Place.DEFAULT_REGION),
                false);
    }
}
