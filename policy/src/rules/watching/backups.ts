import { resourceRule, stackRule } from "../../rule";
import { BACKUP_PLAN, BACKUP_SELECTION, EFS, RDS_CLUSTER, RDS_INSTANCE, RESTORE_TEST } from "../../types";

export const plansKeepBackups = resourceRule({
    id: "backup-plan-keeps-copies",
    controls: ["FSBP Backup.1", "WA REL09-BP01"],
    description: "A backup plan runs at least weekly, keeps what it makes for a week, and copies it elsewhere.",
    remedy: "Set schedule, lifecycle.deleteAfter and copyActions on the rules.",
    setting: "backup",
    types: [BACKUP_PLAN],
    check({ props }, expect) {
        const rules: any[] = [...(props["rules"] ?? [])];
        expect(() => rules.length > 0, "has no rule", "rules");
        for (const [at, rule] of rules.entries()) {
            expect(() => /^(cron|rate)\(/.test(rule.schedule ?? ""), "never runs", `rules[${at}].schedule`);
            expect(
                () => (rule.lifecycle?.deleteAfter ?? 35) >= 7,
                "keeps backups for less than 7 days",
                `rules[${at}].lifecycle.deleteAfter`,
            );
            expect(() => !!rule.targetVaultName, "keeps backups in no vault", `rules[${at}].targetVaultName`);
            for (const copy of [...(rule.copyActions ?? [])]) {
                expect(
                    () => (copy.lifecycle?.deleteAfter ?? 35) >= 7,
                    "keeps copies for less than 7 days",
                    `rules[${at}].copyActions`,
                );
                expect(() => !!copy.destinationVaultArn, "copies to no vault", `rules[${at}].copyActions`);
            }
        }
        expect(
            () => rules.some(it => [...(it.copyActions ?? [])].length > 0),
            "keeps all backups in one region",
            "rules",
        );
    },
});

export const plansTakeEverything = stackRule({
    id: "backup-plan-takes-all-data",
    controls: ["WA REL09-BP01"],
    description: "Where the stack has a backup plan, that takes every database and file system.",
    remedy: "Add the resource to the plan's selection.",
    types: [RDS_INSTANCE, RDS_CLUSTER, EFS],
    check(data, expect, topology) {
        const selections = topology.ofType(BACKUP_SELECTION);
        expect(
            () =>
                selections.length === 0 ||
                "replicateSourceDb" in data.props ||
                selections.some(it => "selectionTags" in it.props) ||
                topology.pointingAt(data, "resources", BACKUP_SELECTION).length > 0,
            "is not taken by the backup plan",
            "",
        );
    },
});

export const selectionsSelect = stackRule({
    id: "backup-selection-takes-something",
    controls: ["WA REL09-BP01"],
    description: "A selection of backups takes something, for a plan, with a role; and a restore is tested.",
    remedy: "Set resources, planId and iamRoleArn.",
    types: [BACKUP_SELECTION, RESTORE_TEST, BACKUP_PLAN],
    check(resource, expect, topology) {
        const { type, props } = resource;
        if (type === BACKUP_PLAN) {
            expect(
                () => topology.pointingAt(resource, "planId", BACKUP_SELECTION).length > 0,
                "takes nothing: it has no selection",
                "",
            );
            return;
        }
        expect(() => !!props["iamRoleArn"], "has no role", "iamRoleArn");
        if (type === BACKUP_SELECTION) {
            expect(
                () => [...(props["resources"] ?? [])].length > 0 || "selectionTags" in props,
                "takes nothing",
                "resources",
            );
            expect(() => !!props["planId"], "is of no plan", "planId");
            expect(() => [...(props["notResources"] ?? [])].length === 0, "leaves resources out", "notResources");
        } else {
            expect(
                () => [...(props["protectedResourceArns"] ?? [])].length > 0 || "protectedResourceConditions" in props,
                "tests nothing",
                "protectedResourceArns",
            );
            expect(
                () => ![true, "true"].includes(props["restoreMetadataOverrides"]?.publiclyAccessible),
                "restores into the open",
                "restoreMetadataOverrides.publiclyAccessible",
            );
            expect(
                () => !!props["restoreTestingPlanName"] && !!props["protectedResourceType"],
                "is of no plan",
                "restoreTestingPlanName",
            );
        }
    },
});
