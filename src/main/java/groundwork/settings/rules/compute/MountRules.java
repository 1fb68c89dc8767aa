package groundwork.settings.rules.compute;

import groundwork.settings.LinkKind;
import groundwork.settings.compute.Folders;
import groundwork.settings.problems.Found;
import groundwork.settings.rules.Draft;
import groundwork.settings.rules.links.LinkRules;
import groundwork.settings.service.ServiceSettings;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;

/** Mounts are of declared volumes; mounts and files have folders of their own and hide nothing. */
public final class MountRules {
    private final Draft draft;
    private final String name;
    private final ServiceSettings service;
    private final Map<String, String> owners = new HashMap<>();

    public MountRules(Draft draft, String name, ServiceSettings service) {
        this.draft = draft;
        this.name = name;
        this.service = service;
    }

    public void check() {
        filesHideNothing();
        if (draft.isSound("services", name, "mounts")) {
            service.mounts().forEach((volume, mount) -> mountHidesNothing(volume, mount.path()));
        }
        service.mounts().keySet().stream()
                .filter(volume -> !draft.names(LinkKind.VOLUMES).contains(volume))
                .forEach(volume -> draft.at("services", name, "mounts", volume)
                        .add("%s", LinkRules.undeclared(volume, draft.names(LinkKind.VOLUMES))));
    }

    private void filesHideNothing() {
        if (!draft.isSound("services", name, "files")) {
            return;
        }
        var paths = new TreeSet<>(service.files().keySet());
        for (var path : paths) {
            var at = draft.at("services", name, "files", path);
            var folder = Folders.top(path);
            at.unless(
                    !Folders.isOfTheImage(folder),
                    "would hide everything else in %s; choose a folder of its own, such as /config%s",
                    folder,
                    path.substring(path.lastIndexOf('/')));
            at.unless(
                    paths.stream().noneMatch(other -> Folders.isWithin(other, path)),
                    "is a folder of other files; choose another path");
            owners.put(folder, "files");
        }
    }

    private void mountHidesNothing(String volume, String folder) {
        var at = draft.at("services", name, "mounts", volume);
        at.unless(
                !Folders.isOfTheImage(folder),
                "would hide what the image has in %s; choose a folder of its own, such as /data/%s",
                folder,
                volume);
        owners.forEach((other, owner) -> Folders.clash(folder, other)
                .ifPresent(how -> at.add(
                        "%s %s the folder of %s, %s; choose a folder apart from it",
                        Found.quoted(folder), how, owner, other)));
        owners.put(folder, "mounts." + volume);
    }
}
