import { environmentSetting, type EnvironmentSetting, isProduction } from "../environment";
import { resourceRule } from "../rule";

interface Settings extends EnvironmentSetting {
    backupDays: number;
}

export const productionIsKept = resourceRule<Settings>({
    name: "production-data-is-kept",
    description: "Production databases cannot be deleted by a slip, and are backed up.",
    remedy: "Set deletionProtection, keep the final snapshot, and keep backups for the days asked for.",
    settings: {
        ...environmentSetting,
        backupDays: { type: "integer", minimum: 1, default: 7, description: "How long backups are kept at least." },
    },
    types: ["aws:rds/instance:Instance", "aws:rds/cluster:Cluster"],
    check(database, expect, settings) {
        const days = settings.backupDays ?? 7;
        const inProduction = (holds: () => boolean) => () =>
            !isProduction(database, settings) || "replicateSourceDb" in database.props || holds();
        expect(
            inProduction(() => database.props["deletionProtection"] === true),
            "is in production without deletionProtection",
        );
        expect(
            inProduction(() => database.props["skipFinalSnapshot"] !== true),
            "is in production and skips its final snapshot",
        );
        expect(
            inProduction(() => (database.props["backupRetentionPeriod"] ?? 0) >= days),
            `is in production and keeps backups for less than ${days} days`,
        );
    },
});
