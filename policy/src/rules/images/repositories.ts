import { jsonOf } from "../../json";
import { resourceRule, stackRule } from "../../rule";
import { REPOSITORY, REPOSITORY_LIFECYCLE } from "../../types";

export const tagsStay = resourceRule({
    id: "image-tags-stay",
    controls: ["FSBP ECR.2", "WA SEC06-BP04"],
    description: "In production, a tag stays with its image.",
    remedy: "Set imageTagMutability to IMMUTABLE.",
    setting: "images.immutableTags",
    environments: ["production"],
    types: [REPOSITORY],
    check({ props }, expect) {
        expect(
            () => /^IMMUTABLE/.test(props["imageTagMutability"] ?? "MUTABLE"),
            "lets tags be moved to other images",
            "imageTagMutability",
        );
    },
});

export const imagesAreScanned = resourceRule({
    id: "images-are-scanned",
    controls: ["FSBP ECR.1", "WA SEC06-BP01"],
    description: "Images are scanned for known weaknesses when they are pushed.",
    remedy: "Set imageScanningConfiguration.scanOnPush to true.",
    types: [REPOSITORY],
    check({ props }, expect) {
        expect(
            () => props["imageScanningConfiguration"]?.scanOnPush === true,
            "does not scan images",
            "imageScanningConfiguration.scanOnPush",
        );
    },
});

export const imagesAreForgotten = stackRule({
    id: "images-have-a-lifecycle",
    controls: ["FSBP ECR.3", "WA COST04-BP05"],
    description: "A repository removes old images, and keeps those that a rollback needs.",
    remedy: "Add a LifecyclePolicy that keeps the last images.",
    setting: "images.keep",
    types: [REPOSITORY, REPOSITORY_LIFECYCLE],
    check(resource, expect, topology) {
        if (resource.type === REPOSITORY) {
            expect(
                () => topology.pointingAt(resource, "repository", REPOSITORY_LIFECYCLE).length > 0,
                "keeps all images for ever",
                "",
            );
            return;
        }
        const rules: any[] = jsonOf(resource.props["policy"] ?? "")?.rules ?? [];
        expect(() => rules.some(it => it.action?.type === "expire"), "removes nothing", "policy");
        expect(
            () =>
                rules.every(
                    it =>
                        it.selection?.tagStatus === "untagged" ||
                        it.selection?.countType !== "imageCountMoreThan" ||
                        it.selection?.countNumber >= 3,
                ),
            "keeps fewer than 3 images, too few to roll back to",
            "policy",
        );
    },
});
