import { writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { subjects } from "../../src/rules";
import { fates, type Fate } from "./ledger";
import { writeNoticed } from "./noticed";
import { type Mutant, mutants } from "./run";
import { sources } from "./sources";

const PAGE = resolve(__dirname, "../../../../docs/policy-mutants.md");

/** The subject that a type belongs to, by the rules that are about it. */
const AREAS: [string, RegExp][] = [
    ["identity", /:iam\//],
    ["secrets", /secretsmanager|:ssm\/|^random:/],
    ["network", /:ec2\/|:vpc\/|^awsx:|vpcConnector/],
    ["data", /:rds\/|elasticache|dynamodb|:efs\/|:ebs\//],
    ["storage", /:s3\//],
    ["messaging", /:sqs\/|:sns\/|eventRule|eventTarget/],
    ["services", /:ecs\/|apprunner|amplify|appautoscaling|codedeploy|lambda|codebuild|servicediscovery/],
    ["edge", /:lb\/|apigateway|cloudfront|wafv2|:acm\/|route53/],
    ["images", /:ecr\//],
    ["keys", /:kms\//],
    ["watching", /cloudwatch|cloudtrail|budgets|costexplorer|guardduty|:fis\//],
    ["backup", /:backup\//],
    ["sleep", /scheduler|:sfn\//],
    ["tags", /pulumi:providers/],
];

type Counts = Record<Fate, number>;

function counted(tried: Mutant[]): Map<string, Counts> {
    const areas = new Map<string, Counts>();
    for (const [mutant, fate] of fates(tried)) {
        for (const area of [areaOf(mutant.type), "all"]) {
            const counts = areas.get(area) ?? { killed: 0, refused: 0, harmless: 0, unknown: 0, survived: 0 };
            counts[fate]++;
            areas.set(area, counts);
        }
    }
    return areas;
}

function areaOf(type: string): string {
    return AREAS.find(([, types]) => types.test(type))?.[0] ?? "other";
}

function share({ killed, unknown, survived }: Counts): string {
    const defects = killed + unknown + survived;
    return defects === 0 ? "" : `${((100 * killed) / defects).toFixed(1)} %`;
}

function page(tried: Mutant[], atFirst: Mutant[]): string {
    const known = counted(tried);
    const first = counted(atFirst);
    const areas = [...AREAS.map(([area]) => area), "all"].filter(area => known.has(area));
    const rows = areas.map(area => {
        const { killed, survived, harmless, refused } = known.get(area)!;
        const { killed: seen, unknown, survived: missed } = first.get(area)!;
        const figures = [killed, survived, share(known.get(area)!), harmless, refused, seen, unknown, missed];
        return `| ${area} | ${figures.join(" | ")} |`;
    });
    return `# What the policy pack notices

Made by \`npm run mutants\` in \`policy/\`. It takes the recordings of all stacks of the repository and of the one that sets everything, and makes one
change at a time: each input is removed, turned over or replaced by the worst value that it may have; each statement of each policy document is
removed, widened or opened; each resource is removed; resources with a defect are added. Then all ${Object.values(subjects).flat().length} rules judge the changed stack.

A change is **noticed** when a rule is violated that was not before. It is **harmless** when [policy/ledger/harmless.txt](../policy/ledger/harmless.txt)
says why it makes nothing worse, or when only production is kept from it and the stack is not production. It is **refused** when the AWS provider asks
for the input, so that nothing is planned at all. What is left **survived**: a defect that nothing notices.

\`./groundwork preview\` knows all values, at the first preview of a stack too: the left figures are its. \`pulumi preview\` does not know what other
resources give before they are created, above all ARNs in policy documents and containers. There rules say that they do not know **yet**: the figures
on the right are those of a stack of which nothing is built.

| Area | noticed | survived | share | harmless | refused | first \`pulumi preview\`: noticed | not known yet | survived |
|---|--:|--:|--:|--:|--:|--:|--:|--:|
${rows.join("\n")}
`;
}

async function write(): Promise<void> {
    const all = await sources();
    const tried = mutants(all, { known: true });
    writeNoticed(tried);
    writeFileSync(PAGE, page(tried, mutants(all, { known: false })));
}

if (require.main === module) {
    void write();
}
