package groundwork.settings.rules;

import groundwork.settings.LinkKind;
import groundwork.settings.links.Linkable;

/** Production without protection is on its way out, or has been forgotten. */
public final class ProtectRules {
    private static final String KEY = "protect";

    private final Draft draft;

    public ProtectRules(Draft draft) {
        this.draft = draft;
    }

    public void check() {
        if (!draft.settings().environment().isProduction()) {
            return;
        }
        draft.warnAt(KEY)
                .unless(
                        draft.settings().protect(),
                        "false: an update or pulumi destroy deletes whatever is removed, with what it holds; only databases "
                                + "and caches leave a last snapshot");
        for (var kind : LinkKind.all()) {
            kind.entries(draft.settings()).forEach((name, entry) -> check(kind, name, entry));
        }
    }

    private void check(LinkKind kind, String name, Linkable entry) {
        draft.warnAt(kind.block(), name, KEY)
                .unless(
                        entry.protect().orElse(true),
                        "false: removing this entry deletes what it holds%s",
                        kind.equals(LinkKind.DATABASES) || kind.equals(LinkKind.CACHES)
                                ? ", apart from a last snapshot"
                                : "");
    }
}
