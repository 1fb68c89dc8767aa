import { resourceRule } from "../../rule";
import { ACCESS_KEY, ROLE, ROLE_ATTACHMENT, USER } from "../../types";

const ATTACHMENTS = [
    ROLE_ATTACHMENT,
    "aws:iam/policyAttachment:PolicyAttachment",
    "aws:iam/userPolicyAttachment:UserPolicyAttachment",
    "aws:iam/groupPolicyAttachment:GroupPolicyAttachment",
];
const BROAD =
    /:policy\/(.*FullAccess\w*|.*Administrator\w*|PowerUserAccess|ReadOnlyAccess|.*ReadOnly(?<!AmazonEC2ContainerRegistryReadOnly)\w*|SecurityAudit|ViewOnlyAccess|SecretsManagerReadWrite|job-function\/.*|AmazonEC2ContainerServiceforEC2Role|AWSLambda_FullAccess|.*ReadWrite\w*|CloudWatchAgentAdminPolicy|AmazonSSMManagedInstanceCore|AWSBackupFullAccess|AmazonS3ReadOnlyAccess|AWSKeyManagementServicePowerUser|AmazonSSMReadOnlyAccess)$/;
const CREATES_LOG_GROUPS = /:policy\/service-role\/AWSLambda(BasicExecution|VPCAccessExecution)Role$/;

export const noBroadManagedPolicies = resourceRule(
    "iam-no-broad-managed-policies",
    [ROLE, ...ATTACHMENTS],
    ({ type, props }, expect) => {
        const attached: string[] = type === ROLE ? [...(props["managedPolicyArns"] ?? [])] : [props["policyArn"]];
        for (const arn of attached) {
            expect(type === ROLE ? "managedPolicyArns" : "policyArn", `attaches ${arn}`, () => !BROAD.test(arn ?? ""));
            expect(
                type === ROLE ? "managedPolicyArns" : "policyArn",
                `attaches ${arn}, which allows logs:CreateLogGroup`,
                () => !CREATES_LOG_GROUPS.test(arn ?? ""),
            );
        }
    },
);

export const noUsers = resourceRule(
    "iam-no-access-keys",
    [ACCESS_KEY, USER, "aws:iam/userLoginProfile:UserLoginProfile"],
    ({ type }, expect) => {
        expect(type === ACCESS_KEY ? "is an access key that never expires" : "is an IAM user", () => false);
    },
);
