package groundwork.settings.rules.compute;

import groundwork.settings.reader.Found;
import groundwork.settings.rules.Draft;
import groundwork.settings.rules.links.LinkRules;
import groundwork.settings.service.ServiceSettings;
import java.util.HashMap;

/** Mounts are of declared volumes, each in a folder of its own. */
public final class MountRules {
    private final Draft draft;
    private final String name;
    private final ServiceSettings service;

    public MountRules(Draft draft, String name, ServiceSettings service) {
        this.draft = draft;
        this.name = name;
        this.service = service;
    }

    public void check() {
        var owners = new HashMap<String, String>();
        service.mounts().forEach((volume, mount) -> {
            var at = draft.at("services", name, "mounts", volume);
            if (!draft.names("volumes").contains(volume)) {
                at.add("%s", LinkRules.undeclared(volume, draft.names("volumes")));
            }
            var owner = owners.putIfAbsent(mount.path(), volume);
            at.unless(owner == null, "%s is the folder of mounts.%s already", Found.quoted(mount.path()), owner);
        });
    }
}
