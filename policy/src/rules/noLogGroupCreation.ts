import { resourceRule } from "../rule";
import { allowed, IDENTITY_POLICIES } from "../statements";

const ATTACHMENT = "aws:iam/rolePolicyAttachment:RolePolicyAttachment";
const CREATES_LOG_GROUPS = /:policy\/service-role\/AWSLambda(BasicExecution|VPCAccessExecution)Role$/;

export const noLogGroupCreation = resourceRule({
    id: "no-log-group-creation",
    controls: [],
    description: "No role may create log groups: one that is being torn down would create its group again.",
    remedy: "Make the log group in the stack, and allow logs:CreateLogStream and logs:PutLogEvents on it.",
    types: [...IDENTITY_POLICIES, ATTACHMENT],
    check(resource, expect) {
        if (resource.type === ATTACHMENT) {
            expect(
                () => !CREATES_LOG_GROUPS.test(resource.props["policyArn"] ?? ""),
                "attaches a managed policy that allows logs:CreateLogGroup",
            );
            return;
        }
        for (const statement of allowed(resource, expect)) {
            expect(() => !statement.actions.includes("logs:CreateLogGroup"), "allows logs:CreateLogGroup");
        }
    },
});
