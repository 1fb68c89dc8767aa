import { jsonOf } from "../../json";
import { resourceRule } from "../../rule";
import { PROVIDER } from "../../types";

export const resourcesHaveTags = resourceRule<{ tags: string[] }>(
    "resources-have-tags",
    [PROVIDER],
    ({ props }, expect, { tags }) => {
        const said = () => {
            const value = props["defaultTags"];
            return ((typeof value === "string" ? jsonOf(value) : value)?.tags ?? {}) as Record<string, string>;
        };
        for (const tag of tags) {
            expect(
                "defaultTags",
                `gives no tag ${tag}`,
                () => !!Object.entries(said()).find(([name]) => name.toLowerCase() === tag.toLowerCase())?.[1],
            );
        }
        expect("defaultTags", "gives fewer than 2 tags", () => Object.keys(said()).length >= 2);
    },
);

export const providersCheck = resourceRule("provider-checks-its-account", [PROVIDER], ({ props }, expect) => {
    for (const key of ["accessKey", "secretKey", "token"]) {
        expect(key, "has access keys of its own", () => !(key in props));
    }
    expect(
        "endpoints",
        "sends its requests without TLS, to somebody else than AWS",
        () => !/http:\/\/(?!(localhost|127\.0\.0\.1|\[::1\])[:/"])/.test(JSON.stringify(props["endpoints"] ?? "")),
    );
    expect(
        "skipCredentialsValidation",
        "does not check its credentials",
        () => ![true, "true"].includes(props["skipCredentialsValidation"]),
    );
    expect("insecure", "does not check AWS's certificates", () => ![true, "true"].includes(props["insecure"]));
    expect("region", "has no region", () => !!props["region"]);
});
