import { PROVIDER } from "../../../src/types";
import { type Cases, GONE } from "../case";

export const cases: Cases = {
    "resources-have-tags": {
        sound: { aws: [PROVIDER, { defaultTags: { tags: { environment: "prod", owner: "platform" } } }] },
        faults: [
            ["aws.defaultTags.tags", { team: "a", owner: "b" }, "gives no tag environment", "aws.defaultTags"],
            ["aws.defaultTags.tags.owner", GONE, "gives fewer than 2 tags", "aws.defaultTags"],
        ],
        harmless: [["aws.defaultTags", JSON.stringify({ tags: { Environment: "prod", owner: "platform" } })]],
    },
    "provider-checks-its-account": {
        sound: { aws: [PROVIDER, { region: "us-east-1" }] },
        faults: [
            ["aws.token", "session", "has access keys of its own"],
            [
                "aws.endpoints",
                '[{"s3":"http://s3.evil.example"}]',
                "sends its requests without TLS, to somebody else than AWS",
            ],
            ["aws.accessKey", "AKIA", "has access keys of its own"],
            ["aws.secretKey", "x", "has access keys of its own"],
            ["aws.skipCredentialsValidation", "true", "does not check its credentials"],
            ["aws.insecure", true, "does not check AWS's certificates"],
            ["aws.region", GONE, "has no region"],
        ],
        present: "that there are keys is enough",
    },
};
