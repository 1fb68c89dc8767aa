import { jsonOf } from "../../json";
import { resourceRule } from "../../rule";
import { PROVIDER } from "../../types";

export const resourcesHaveTags = resourceRule<{ tags: string[] }>({
    id: "resources-have-tags",
    controls: ["FSBP Tag", "WA COST03-BP02", "WA OPS01-BP01"],
    description: "All resources have tags that say whose they are: the provider gives them.",
    remedy: "Set the provider's defaultTags.",
    setting: "provider.tags",
    parameters: {
        tags: {
            type: "array",
            items: { type: "string" },
            default: ["environment"],
            description: "Tags that there must be.",
        },
    },
    types: [PROVIDER],
    check({ props }, expect, { tags }) {
        const said = () => {
            const value = props["defaultTags"];
            return ((typeof value === "string" ? jsonOf(value) : value)?.tags ?? {}) as Record<string, string>;
        };
        for (const tag of tags) {
            expect(
                () => !!Object.entries(said()).find(([name]) => name.toLowerCase() === tag.toLowerCase())?.[1],
                `gives no tag ${tag}`,
                "defaultTags",
            );
        }
        expect(() => Object.keys(said()).length >= 2, "gives fewer than 2 tags", "defaultTags");
    },
});

export const providersCheck = resourceRule({
    id: "provider-checks-its-account",
    controls: ["WA SEC01-BP01"],
    description: "A provider has no access keys of its own, and checks who it is.",
    remedy: "Leave accessKey and secretKey out; assume a role.",
    types: [PROVIDER],
    check({ props }, expect) {
        expect(() => !("accessKey" in props) && !("secretKey" in props), "has access keys of its own", "accessKey");
        expect(
            () => ![true, "true"].includes(props["skipCredentialsValidation"]),
            "does not check its credentials",
            "skipCredentialsValidation",
        );
        expect(() => ![true, "true"].includes(props["insecure"]), "does not check AWS's certificates", "insecure");
        expect(() => !!props["region"], "has no region", "region");
    },
});
