import { readFileSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { subjects } from "../src/rules";

/** A check of somebody else's: the rules that cover it, or why none does. */
type Compared = { check: string } & ({ rules: string[] } | { why: string });

const README = resolve(__dirname, "../../README.md");
const COMPARED = resolve(__dirname, "../../../docs/policy-compared.md");

/** Each policy of @pulumi/awsguard 0.3.1: the rules that cover it, or why none does. */
export const AWSGUARD: Record<string, string[] | string> = {
    "access-keys-rotated": ["iam-no-access-keys"],
    "acm-certificate-expiration": ["certificate-renews-itself"],
    "alb-http-to-https-redirection": ["http-redirects", "https-offered"],
    "apigateway-endpoint-type": "no stack has a REST API",
    "apigateway-method-cached-and-encrypted": "no stack has a REST API",
    "apigateway-stage-cached": "no stack has a REST API",
    "cmk-backing-key-rotation-enabled": ["keys-rotate"],
    "dynamodb-table-encryption-enabled": "AWS encrypts every table since 2018; the flag only chooses the key",
    "ec2-instance-detailed-monitoring-enabled": "no stack has an instance",
    "ec2-instance-no-public-ip": ["subnets-give-no-public-address"],
    "ec2-volume-inuse": "no stack has a volume, and a preview does not know what is attached",
    "efs-encrypted": ["encrypted-at-rest"],
    "elasticsearch-encrypted-at-rest": "of OpenSearch in its place: encrypted-at-rest",
    "elasticsearch-in-vpc-only": "no stack has a search domain",
    "elb-deletion-protection-enabled": ["load-balancer-is-kept"],
    "elb-logging-enabled": ["load-balancer-logs-requests"],
    "encrypted-volumes": ["encrypted-at-rest"],
    "mfa-enabled-for-iam-console-access": ["iam-no-access-keys"],
    "rds-instance-backup-enabled": ["production-data-is-kept"],
    "rds-instance-multi-az-enabled": ["production-survives-a-zone"],
    "rds-instance-public-access": ["data-not-public"],
    "rds-storage-encrypted": ["encrypted-at-rest"],
    "redshift-cluster-configuration": "encryption is covered by encrypted-at-rest; no stack has a cluster of Redshift",
    "redshift-cluster-maintenance-settings": "no stack has a cluster of Redshift",
    "redshift-cluster-public-access": ["data-not-public"],
    "s3-bucket-logging-enabled":
        "the trail logs who changes a bucket; access logs of buckets would log the delivery of logs",
};

/** Each check of checkov 3.3.30 for Terraform that is about a type of resource in use, or about an IAM policy. */
export const CHECKOV: Record<string, Compared> = JSON.parse(
    readFileSync(resolve(__dirname, "../../test/checkov.json"), "utf8"),
);

export function table(): string {
    const rows = Object.entries(subjects).map(([subject, rules]) => {
        const named = rules.map(({ id, level, environments }) => {
            const marks = `${level === "advisory" ? "*" : ""}${environments === undefined ? "" : " (p)"}`;
            return `\`${id}\`${marks}`;
        });
        return `| ${subject} | ${named.join(", ")} |`;
    });
    return ["| Subject | Rules |", "|---|---|", ...rows].join("\n");
}

export function readme(text: string): string {
    return text.replace(/<!-- rules -->[\s\S]*<!-- \/rules -->/, `<!-- rules -->\n${table()}\n<!-- /rules -->`);
}

export function compared(): string {
    const rows = Object.entries(AWSGUARD).map(([policy, by]) => `| ${policy} | ${answer(by)} |`);
    const checks = Object.entries(CHECKOV).map(
        ([id, it]) => `| ${id} | ${it.check} | ${answer("rules" in it ? it.rules : it.why)} |`,
    );
    const covered = Object.values(CHECKOV).filter(it => "rules" in it).length;
    return `# The policy pack compared

Made by \`npm run pages\` in \`policy/\`; the answers are in \`policy/test/pages.ts\` and \`policy/test/checkov.json\`.

## @pulumi/awsguard 0.3.1

| Policy of AWSGuard | Here |
|---|---|
${rows.join("\n")}

## checkov 3.3.30

Its checks for Terraform that are about a type of resource that a stack of the repository has, or about an IAM policy: ${checks.length}, of
which ${covered} are covered. Where a rule is for production alone or only warns, the check is covered there.

| Check | What it asks for | Here |
|---|---|---|
${checks.join("\n")}
`;
}

function answer(by: string[] | string): string {
    return typeof by === "string" ? `not covered: ${by}` : by.map(id => `\`${id}\``).join(", ");
}

export const PAGES = { readme: README, compared: COMPARED };

if (require.main === module) {
    writeFileSync(README, readme(readFileSync(README, "utf8")));
    writeFileSync(COMPARED, compared());
}
