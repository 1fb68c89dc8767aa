import { BACKUP_PLAN, BACKUP_SELECTION, EFS, RDS_INSTANCE, RESTORE_TEST } from "../../../src/types";
import { type Cases, GONE } from "../case";

export const cases: Cases = {
    "backup-plan-keeps-copies": {
        sound: {
            plan: [
                BACKUP_PLAN,
                {
                    rules: [
                        {
                            schedule: "cron(0 3 * * ? *)",
                            targetVaultName: "vault",
                            lifecycle: { deleteAfter: 7 },
                            copyActions: [{ destinationVaultArn: "arn", lifecycle: { deleteAfter: 7 } }],
                        },
                    ],
                },
            ],
        },
        faults: [
            ["plan.rules[0].schedule", "cron(0 5 1 1 ? *)", "runs less than weekly"],
            ["plan.rules", [], ["plan.rules: has no rule", "plan.rules: keeps all backups in one region"]],
            ["plan.rules[0].schedule", GONE, "never runs"],
            ["plan.rules[0].lifecycle.deleteAfter", 6, "keeps backups for less than 7 days"],
            ["plan.rules[0].targetVaultName", GONE, "keeps backups in no vault"],
            [
                "plan.rules[0].copyActions[0].lifecycle.deleteAfter",
                6,
                "keeps copies for less than 7 days",
                "plan.rules[0].copyActions",
            ],
            [
                "plan.rules[0].copyActions[0].destinationVaultArn",
                GONE,
                "copies to no vault",
                "plan.rules[0].copyActions",
            ],
            ["plan.rules[0].copyActions", GONE, "keeps all backups in one region", "plan.rules"],
        ],
    },
    "backup-plan-takes-all-data": {
        sound: { db: [RDS_INSTANCE], files: [EFS], taken: [BACKUP_SELECTION, { resources: ["${db}", "${files}"] }] },
        faults: [["taken.resources", ["${db}"], "is not taken by the backup plan", "files"]],
        harmless: [
            ["taken", [BACKUP_SELECTION, { selectionTags: [{ key: "backup" }] }]],
            ["taken", GONE],
            ["db", [RDS_INSTANCE, { replicateSourceDb: "db" }]],
        ],
    },
    "backup-selection-takes-something": {
        sound: {
            plan: [BACKUP_PLAN],
            taken: [BACKUP_SELECTION, { planId: "${plan}", iamRoleArn: "arn", resources: ["arn"] }],
            tried: [
                RESTORE_TEST,
                {
                    ...{ iamRoleArn: "arn", protectedResourceArns: ["arn"] },
                    ...{ protectedResourceType: "RDS", restoreTestingPlanName: "monthly" },
                },
            ],
        },
        faults: [
            ["taken", GONE, "takes nothing: it has no selection", "plan"],
            ["taken.iamRoleArn", GONE, "has no role"],
            ["taken.resources", [], "takes nothing"],
            ["taken.planId", GONE, ["taken.planId: is of no plan", "plan: takes nothing: it has no selection"]],
            ["taken.notResources", ["arn"], "leaves resources out"],
            ["tried.protectedResourceArns", [], "tests nothing"],
            ["tried.restoreMetadataOverrides.publiclyAccessible", "true", "restores into the open"],
            ["tried.restoreTestingPlanName", GONE, "is of no plan"],
            ["tried.protectedResourceType", GONE, "is for no kind of resource"],
        ],
    },
};
