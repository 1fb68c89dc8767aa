import { resourceRule, stackRule } from "../../rule";
import { BACKUP_PLAN, BACKUP_SELECTION, EFS, RDS_CLUSTER, RDS_INSTANCE, RESTORE_TEST } from "../../types";

export const plansKeepBackups = resourceRule("backup-plan-keeps-copies", [BACKUP_PLAN], ({ props }, expect) => {
    const rules: any[] = [...(props["rules"] ?? [])];
    expect("rules", "has no rule", () => rules.length > 0);
    for (const [at, rule] of rules.entries()) {
        expect(`rules[${at}].schedule`, "never runs", () => /^(cron|rate)\(/.test(rule.schedule ?? ""));
        expect(`rules[${at}].schedule`, "runs less than weekly", () => isWeekly(rule.schedule ?? "cron()"));
        expect(
            `rules[${at}].lifecycle.deleteAfter`,
            "keeps backups for less than 7 days",
            () => (rule.lifecycle?.deleteAfter ?? 35) >= 7,
        );
        expect(`rules[${at}].targetVaultName`, "keeps backups in no vault", () => !!rule.targetVaultName);
        for (const copy of [...(rule.copyActions ?? [])]) {
            expect(
                `rules[${at}].copyActions`,
                "keeps copies for less than 7 days",
                () => (copy.lifecycle?.deleteAfter ?? 35) >= 7,
            );
            expect(`rules[${at}].copyActions`, "copies to no vault", () => !!copy.destinationVaultArn);
        }
    }
    expect("rules", "keeps all backups in one region", () => rules.some(it => [...(it.copyActions ?? [])].length > 0));
});

/** In every month, and on no days of the month that are numbered; or every seven days at the latest. */
function isWeekly(schedule: string): boolean {
    const [, , day = "*", month = "*"] = schedule.replace(/^cron\(|\)$/g, "").split(/\s+/);
    const rate = /^rate\((\d+) days?\)$/.exec(schedule)?.[1];
    return schedule.startsWith("cron(") ? /^[*?]|\//.test(day) && /^[*?]/.test(month) : Number(rate ?? 1) <= 7;
}

export const plansTakeEverything = stackRule(
    "backup-plan-takes-all-data",
    [RDS_INSTANCE, RDS_CLUSTER, EFS],
    (data, expect, topology) => {
        const selections = topology.ofType(BACKUP_SELECTION);
        expect(
            "",
            "is not taken by the backup plan",
            () =>
                selections.length === 0 ||
                "replicateSourceDb" in data.props ||
                selections.some(it => "selectionTags" in it.props) ||
                topology.pointingAt(data, "resources", BACKUP_SELECTION).length > 0,
        );
    },
);

export const selectionsSelect = stackRule(
    "backup-selection-takes-something",
    [BACKUP_SELECTION, RESTORE_TEST, BACKUP_PLAN],
    (resource, expect, topology) => {
        const { type, props } = resource;
        if (type === BACKUP_PLAN) {
            expect(
                "",
                "takes nothing: it has no selection",
                () => topology.pointingAt(resource, "planId", BACKUP_SELECTION).length > 0,
            );
            return;
        }
        expect("iamRoleArn", "has no role", () => !!props["iamRoleArn"]);
        if (type === BACKUP_SELECTION) {
            expect(
                "resources",
                "takes nothing",
                () => [...(props["resources"] ?? [])].length > 0 || "selectionTags" in props,
            );
            expect("planId", "is of no plan", () => !!props["planId"]);
            expect("notResources", "leaves resources out", () => [...(props["notResources"] ?? [])].length === 0);
        } else {
            expect(
                "protectedResourceArns",
                "tests nothing",
                () => [...(props["protectedResourceArns"] ?? [])].length > 0 || "protectedResourceConditions" in props,
            );
            expect(
                "restoreMetadataOverrides.publiclyAccessible",
                "restores into the open",
                () => ![true, "true"].includes(props["restoreMetadataOverrides"]?.publiclyAccessible),
            );
            expect("restoreTestingPlanName", "is of no plan", () => !!props["restoreTestingPlanName"]);
            expect("protectedResourceType", "is for no kind of resource", () => !!props["protectedResourceType"]);
        }
    },
);
