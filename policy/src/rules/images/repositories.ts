import { jsonOf } from "../../json";
import { resourceRule, stackRule } from "../../rule";
import { REPOSITORY, REPOSITORY_LIFECYCLE } from "../../types";

export const tagsStay = resourceRule("image-tags-stay", [REPOSITORY], ({ props }, expect) => {
    expect("imageTagMutability", "lets tags be moved to other images", () =>
        /^IMMUTABLE/.test(props["imageTagMutability"] ?? "MUTABLE"),
    );
});

export const imagesAreScanned = resourceRule("images-are-scanned", [REPOSITORY], ({ props }, expect) => {
    expect(
        "imageScanningConfiguration.scanOnPush",
        "does not scan images",
        () => props["imageScanningConfiguration"]?.scanOnPush === true,
    );
});

export const imagesAreForgotten = stackRule(
    "images-have-a-lifecycle",
    [REPOSITORY, REPOSITORY_LIFECYCLE],
    (resource, expect, topology) => {
        if (resource.type === REPOSITORY) {
            expect(
                "",
                "keeps all images for ever",
                () => topology.pointingAt(resource, "repository", REPOSITORY_LIFECYCLE).length > 0,
            );
            return;
        }
        const rules: any[] = jsonOf(resource.props["policy"] ?? "")?.rules ?? [];
        expect("policy", "removes nothing", () => rules.some(it => it.action?.type === "expire"));
        expect("policy", "keeps fewer than 3 images, too few to roll back to", () =>
            rules.every(
                it =>
                    it.selection?.tagStatus === "untagged" ||
                    it.selection?.countType !== "imageCountMoreThan" ||
                    it.selection?.countNumber >= 3,
            ),
        );
        expect("policy", "removes the image that runs, when it is a month old or less", () =>
            rules.every(
                it =>
                    it.selection?.tagStatus === "untagged" ||
                    it.selection?.countType !== "sinceImagePushed" ||
                    it.selection?.countNumber >= 30,
            ),
        );
    },
);
