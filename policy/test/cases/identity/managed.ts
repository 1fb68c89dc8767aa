import { ACCESS_KEY, ROLE, ROLE_ATTACHMENT, USER } from "../../../src/types";
import type { Cases } from "../case";

const managed = (name: string) => `arn:aws:iam::aws:policy/${name}`;
const NARROW = managed("service-role/AmazonECSTaskExecutionRolePolicy");

export const cases: Cases = {
    "iam-no-broad-managed-policies": {
        sound: {
            attachment: [ROLE_ATTACHMENT, { role: "web", policyArn: NARROW }],
            role: [ROLE, { managedPolicyArns: [NARROW] }],
        },
        faults: [
            [
                "attachment.policyArn",
                managed("AdministratorAccess"),
                "attaches arn:aws:iam::aws:policy/AdministratorAccess",
            ],
            [
                "attachment.policyArn",
                managed("SecretsManagerReadWrite"),
                "attaches arn:aws:iam::aws:policy/SecretsManagerReadWrite",
            ],
            [
                "attachment.policyArn",
                managed("service-role/AWSLambdaBasicExecutionRole"),
                "attaches arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole, which allows logs:CreateLogGroup",
            ],
            [
                "role.managedPolicyArns[0]",
                managed("job-function/DatabaseAdministrator"),
                "attaches arn:aws:iam::aws:policy/job-function/DatabaseAdministrator",
                "role.managedPolicyArns",
            ],
        ],
    },
    "iam-no-access-keys": {
        sound: {},
        faults: [
            ["key", [ACCESS_KEY, { user: "robot" }], "is an access key that never expires"],
            ["robot", [USER, {}], "is an IAM user"],
        ],
    },
};
