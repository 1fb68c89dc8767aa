import { resourceRule } from "../../rule";
import { ACCESS_KEY, ROLE, ROLE_ATTACHMENT, USER } from "../../types";

const ATTACHMENTS = [
    ROLE_ATTACHMENT,
    "aws:iam/policyAttachment:PolicyAttachment",
    "aws:iam/userPolicyAttachment:UserPolicyAttachment",
    "aws:iam/groupPolicyAttachment:GroupPolicyAttachment",
];
const BROAD =
    /:policy\/(.*FullAccess\w*|.*Administrator\w*|PowerUserAccess|ReadOnlyAccess|SecurityAudit|ViewOnlyAccess|SecretsManagerReadWrite|job-function\/.*|AmazonEC2ContainerServiceforEC2Role|AWSLambda_FullAccess|.*ReadWrite\w*|CloudWatchAgentAdminPolicy|AmazonSSMManagedInstanceCore|AWSBackupFullAccess|AmazonS3ReadOnlyAccess|AWSKeyManagementServicePowerUser|AmazonSSMReadOnlyAccess)$/;
const CREATES_LOG_GROUPS = /:policy\/service-role\/AWSLambda(BasicExecution|VPCAccessExecution)Role$/;

export const noBroadManagedPolicies = resourceRule({
    id: "iam-no-broad-managed-policies",
    controls: ["FSBP IAM.1", "CIS 1.16", "CIS 1.22", "WA SEC03-BP02"],
    description: "No role has a managed policy that is wider than one task: full access, a job function, all secrets.",
    remedy: "Write the few statements that the role needs as its own policy.",
    types: [ROLE, ...ATTACHMENTS],
    check({ type, props }, expect) {
        const attached: string[] = type === ROLE ? [...(props["managedPolicyArns"] ?? [])] : [props["policyArn"]];
        for (const arn of attached) {
            expect(() => !BROAD.test(arn ?? ""), `attaches ${arn}`, type === ROLE ? "managedPolicyArns" : "policyArn");
            expect(
                () => !CREATES_LOG_GROUPS.test(arn ?? ""),
                `attaches ${arn}, which allows logs:CreateLogGroup`,
                type === ROLE ? "managedPolicyArns" : "policyArn",
            );
        }
    },
});

export const noUsers = resourceRule({
    id: "iam-no-access-keys",
    controls: ["FSBP IAM.3", "CIS 1.13", "WA SEC02-BP02"],
    description: "Programs use roles: no user with an access key, which never expires, is created.",
    remedy: "Give the program a role, or trust its identity provider.",
    types: [ACCESS_KEY, USER, "aws:iam/userLoginProfile:UserLoginProfile"],
    check({ type }, expect) {
        expect(() => false, type === ACCESS_KEY ? "is an access key that never expires" : "is an IAM user");
    },
});
