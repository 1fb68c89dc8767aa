package groundwork.settings.rules;

import groundwork.settings.NetworkSettings;
import groundwork.settings.budget.BudgetSettings;
import groundwork.settings.resilience.BackupSettings;
import groundwork.settings.resilience.ChaosSettings;
import groundwork.settings.service.Platform;

/** Costs reach somebody, copies leave the region, and experiments have something to try. */
public record CareRules(Draft draft) {
    public void check() {
        if (draft.isSound("budget") && draft.isSound("observability", "alarms", "email")) {
            draft.settings().budget().ifPresent(this::budgetReachesSomebody);
        }
        if (draft.isSound("aws:region")) {
            draft.settings().backup().flatMap(BackupSettings::copyTo).ifPresent(this::copiesLeaveTheRegion);
            draft.settings().databases().forEach((name, database) -> database.backupRegion()
                    .ifPresent(region -> isElsewhere(region, "databases", name, "backupRegion")));
        }
        if (draft.areSoundInServices("platform")) {
            experimentsHaveTasks();
        }
    }

    private void budgetReachesSomebody(BudgetSettings budget) {
        draft.at("budget", "email")
                .unless(
                        !budget.recipients(draft.settings().observability()).isEmpty(),
                        "has no recipient; add one here or in observability.alarms.email");
    }

    private void copiesLeaveTheRegion(String region) {
        isElsewhere(region, "backup", "copyTo");
    }

    private void isElsewhere(String region, String... path) {
        draft.at(path).unless(!region.equals(draft.region()), "%s is the region of the stack; choose another", region);
    }

    private void experimentsHaveTasks() {
        draft.at("chaos")
                .unless(
                        draft.settings().chaos().isEmpty()
                                || !draft.settings()
                                        .servicesOn(Platform.FARGATE)
                                        .isEmpty(),
                        "there is no Fargate service to stop tasks of");
        boolean losesZone = draft.settings()
                .chaos()
                .filter(chaos -> chaos.has(ChaosSettings.Experiment.LOSE_ZONE))
                .isPresent();
        draft.at("chaos", "experiments")
                .unless(
                        !losesZone || draft.settings().network().builder() == NetworkSettings.Builder.GROUNDWORK,
                        "lose-zone needs network.builder: groundwork; set that, or remove lose-zone");
    }
}
