package groundwork.settings.rules;

import groundwork.settings.LinkKind;
import groundwork.settings.StackSettings;
import groundwork.settings.budget.BudgetSettings;
import groundwork.settings.data.DatabaseSettings;
import groundwork.settings.links.Linkable;
import groundwork.settings.observe.MonitoringSettings;
import java.util.List;

/** Who writes a setting wants it to do something; where another one keeps it from that, they hear of it. */
public final class IdleRules {
    private static final List<String> OF_INSTANCES = List.of("instanceClass", "storage", "maxStorage");
    private static final String DATABASES = "databases";
    private static final String CAPACITY = "capacity";

    private final Draft draft;
    private final StackSettings settings;

    public IdleRules(Draft draft) {
        this.draft = draft;
        this.settings = draft.settings();
    }

    public void check() {
        settings.databases().forEach(this::sizeFitsTheEngine);
        if (draft.isSound("observability")) {
            alarmsAreWanted();
        }
        settings.services().forEach((name, service) -> {
            if (service.port().isEmpty()) {
                isIdle("only a service with a port has a name inside the VPC; set port", "services", name, "discovery");
            }
        });
        draft.warnAt("monitoring")
                .unless(
                        settings.monitoring().filter(IdleRules::isOff).isEmpty(),
                        "does nothing with both off; turn on prometheus or grafana, or remove it");
        draft.warnAt("backup")
                .unless(
                        settings.backup().isEmpty() || hasDataToCopy(),
                        "does nothing: the stack has no data that AWS Backup copies");
    }

    private void sizeFitsTheEngine(String name, DatabaseSettings database) {
        if (!draft.isSound(DATABASES, name)) {
            return;
        }
        if (database.isAurora()) {
            OF_INSTANCES.forEach(key -> isIdle(
                    "Aurora Serverless v2 scales by capacity, and its storage grows automatically",
                    DATABASES,
                    name,
                    key));
        } else {
            isIdle(
                    "an RDS instance has instanceClass instead; this applies to engine: aurora-postgres",
                    DATABASES,
                    name,
                    CAPACITY);
        }
        if (database.isAurora() && !database.capacity().canPause()) {
            isIdle("auto-pause needs capacity.min: 0", DATABASES, name, CAPACITY, "pauseAfter");
        }
    }

    private void alarmsAreWanted() {
        var alarms = settings.observability().alarms();
        if (alarms.databaseConnectionShare().isPresent()) {
            isIdle("databaseConnectionShare replaces it", "observability", "alarms", "databaseConnections");
        }
        boolean tellsOfCosts = settings.budget()
                .map(BudgetSettings::email)
                .filter(List::isEmpty)
                .isPresent();
        boolean tellsOfWaking = settings.sleep().isPresent();
        if (!alarms.enabled() && !tellsOfCosts && !tellsOfWaking) {
            isIdle("there are no alarms; set enabled: true", "observability", "alarms", "email");
        }
        if (!alarms.enabled() && !tellsOfWaking) {
            isIdle("there are no alarms; set enabled: true", "observability", "alarms", "webhooks");
        }
    }

    private void isIdle(String why, String... path) {
        draft.warnAt(path).unless(!draft.isWritten(path), "does nothing: %s", why);
    }

    private static boolean isOff(MonitoringSettings monitoring) {
        return !monitoring.prometheus() && !monitoring.grafana();
    }

    private boolean hasDataToCopy() {
        return LinkKind.targets(settings).anyMatch(Linkable::isBackedUp);
    }
}
