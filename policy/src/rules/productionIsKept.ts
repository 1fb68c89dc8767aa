import { resourceRule } from "../rule";

interface Settings {
    backupDays: number;
}

export const productionIsKept = resourceRule<Settings>({
    id: "production-data-is-kept",
    controls: [],
    environments: ["production"],
    description: "Production databases cannot be deleted by a slip, and are backed up.",
    remedy: "Set deletionProtection, keep the final snapshot, and keep backups for the days asked for.",
    parameters: {
        backupDays: { type: "integer", minimum: 1, default: 7, description: "How long backups are kept at least." },
    },
    types: ["aws:rds/instance:Instance", "aws:rds/cluster:Cluster"],
    check(database, expect, settings) {
        const days = settings.backupDays;
        const unlessReplica = (holds: () => boolean) => () =>
            "replicateSourceDb" in database.props || holds();
        expect(
            unlessReplica(() => database.props["deletionProtection"] === true),
            "is in production without deletionProtection",
        );
        expect(
            unlessReplica(() => database.props["skipFinalSnapshot"] !== true),
            "is in production and skips its final snapshot",
        );
        expect(
            unlessReplica(() => (database.props["backupRetentionPeriod"] ?? 0) >= days),
            `is in production and keeps backups for less than ${days} days`,
        );
    },
});
