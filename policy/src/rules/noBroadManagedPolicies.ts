import { resourceRule } from "../rule";

const BROAD = /:policy\/(AdministratorAccess|PowerUserAccess|IAMFullAccess|Amazon\w+FullAccess|AWS\w+_?FullAccess)$/;

export const noBroadManagedPolicies = resourceRule({
    id: "no-broad-managed-policies",
    controls: [],
    description: "No role has a managed policy that gives full access.",
    remedy: "Write the few statements the role needs as its own policy.",
    types: [
        "aws:iam/role:Role",
        "aws:iam/rolePolicyAttachment:RolePolicyAttachment",
        "aws:iam/policyAttachment:PolicyAttachment",
        "aws:iam/userPolicyAttachment:UserPolicyAttachment",
        "aws:iam/groupPolicyAttachment:GroupPolicyAttachment",
    ],
    check({ type, props }, expect) {
        const attached = type === "aws:iam/role:Role" ? [...(props["managedPolicyArns"] ?? [])] : [props["policyArn"]];
        for (const arn of attached) {
            expect(() => !BROAD.test(arn ?? ""), `attaches ${arn}`);
        }
    },
});
