package groundwork.simulated.rules.data;

import static groundwork.aws.ResourceTypes.EC2_SUBNET;
import static groundwork.aws.ResourceTypes.ECS_TASK_DEFINITION;
import static groundwork.aws.ResourceTypes.EFS_MOUNT_TARGET;

import groundwork.simulated.Existing;
import groundwork.simulated.World;
import groundwork.simulated.rules.Refusals;
import groundwork.simulated.rules.Rule;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** What EFS takes, and ECS of it. */
public final class VolumeRules {
    public static final List<Rule> ALL = List.of(
            Rule.of("volume-encryption", VolumeRules::encryption, ECS_TASK_DEFINITION),
            Rule.among("mount-target-zones", VolumeRules::zones, EFS_MOUNT_TARGET));

    private VolumeRules() {}

    private static void encryption(Existing task, Refusals refusals) {
        IntStream.range(0, task.list("volumes").size())
                .mapToObj("volumes[%d].efsVolumeConfiguration"::formatted)
                .filter(path -> task.has(path + ".authorizationConfig"))
                .forEach(path -> refusals.unless(
                        task.text(path + ".transitEncryption")
                                .filter("ENABLED"::equals)
                                .isPresent(),
                        path + ".transitEncryption",
                        "must be ENABLED for an access point or IAM"));
    }

    private static void zones(Existing door, World world, Refusals refusals) {
        zone(door, world)
                .ifPresent(zone -> refusals.unless(
                        world.all().stream()
                                .filter(other -> other.type().equals(EFS_MOUNT_TARGET) && !other.equals(door))
                                .filter(other -> other.text("fileSystemId").equals(door.text("fileSystemId")))
                                .noneMatch(other -> zone(other, world).equals(Optional.of(zone))),
                        "subnetId",
                        "is in %s, where the file system already has a mount target",
                        zone));
    }

    private static Optional<String> zone(Existing door, World world) {
        return door.text("subnetId")
                .flatMap(id -> world.identified(EC2_SUBNET, id))
                .flatMap(subnet -> subnet.text("availabilityZone"));
    }
}
