package groundwork.compute.task;

import com.pulumi.aws.ecs.inputs.TaskDefinitionVolumeArgs;
import com.pulumi.aws.ecs.inputs.TaskDefinitionVolumeEfsVolumeConfigurationArgs;
import com.pulumi.aws.ecs.inputs.TaskDefinitionVolumeEfsVolumeConfigurationAuthorizationConfigArgs;
import groundwork.links.Catalog;
import groundwork.links.Linked;
import groundwork.settings.compute.MountSettings;
import groundwork.settings.links.LinkSettings;
import groundwork.settings.links.LinkSettings.Access;
import groundwork.settings.service.ServiceSettings;
import groundwork.storage.Volume;
import java.util.List;
import java.util.Optional;

/** A volume in a service's main container; apart from the folder it is a link like any other. */
public record Mount(String name, Volume volume, MountSettings settings) {
    public static List<Mount> of(ServiceSettings service, Catalog catalog) {
        return service.mounts().entrySet().stream()
                .map(entry -> new Mount(entry.getKey(), catalog.target(entry.getKey(), Volume.class), entry.getValue()))
                .toList();
    }

    public Linked link() {
        var access = Optional.of(settings.readOnly() ? Access.READ : Access.READ_WRITE);
        return new Linked(LinkSettings.of(name).with(access), volume.connect(access));
    }

    MountPoint point() {
        return new MountPoint(name, settings.path(), settings.readOnly());
    }

    TaskDefinitionVolumeArgs inTask() {
        return TaskDefinitionVolumeArgs.builder()
                .name(name)
                .efsVolumeConfiguration(TaskDefinitionVolumeEfsVolumeConfigurationArgs.builder()
                        .fileSystemId(volume.fileSystemId())
                        .transitEncryption("ENABLED")
                        .authorizationConfig(TaskDefinitionVolumeEfsVolumeConfigurationAuthorizationConfigArgs.builder()
                                .accessPointId(volume.accessPointId())
                                .iam("ENABLED")
                                .build())
                        .build())
                .build();
    }
}
