import { REPOSITORY, REPOSITORY_LIFECYCLE } from "../../../src/types";
import { type Cases, GONE } from "../case";

export const cases: Cases = {
    "image-tags-stay": {
        sound: { images: [REPOSITORY, { imageTagMutability: "IMMUTABLE" }] },
        faults: [
            ["images.imageTagMutability", "MUTABLE", "lets tags be moved to other images"],
            ["images.imageTagMutability", GONE, "lets tags be moved to other images"],
        ],
    },
    "images-are-scanned": {
        sound: { images: [REPOSITORY, { imageScanningConfiguration: { scanOnPush: true } }] },
        faults: [["images.imageScanningConfiguration.scanOnPush", false, "does not scan images"]],
    },
    "images-have-a-lifecycle": {
        sound: {
            images: [REPOSITORY],
            lifecycle: [
                REPOSITORY_LIFECYCLE,
                {
                    repository: "${images}",
                    policy: {
                        rules: [
                            {
                                action: { type: "expire" },
                                selection: { tagStatus: "any", countType: "imageCountMoreThan", countNumber: 3 },
                            },
                        ],
                    },
                },
            ],
        },
        faults: [
            [
                "lifecycle.policy.rules[0].selection",
                { tagStatus: "any", countType: "sinceImagePushed", countUnit: "days", countNumber: 7 },
                "removes the image that runs, when it is a month old or less",
                "lifecycle.policy",
            ],
            ["lifecycle", GONE, "keeps all images for ever", "images"],
            ["lifecycle.policy.rules", [], "removes nothing", "lifecycle.policy"],
            [
                "lifecycle.policy.rules[0].selection.countNumber",
                2,
                "keeps fewer than 3 images, too few to roll back to",
                "lifecycle.policy",
            ],
        ],
    },
};
