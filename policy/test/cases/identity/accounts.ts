import { ROLE, TASK_DEFINITION } from "../../../src/types";
import { type Cases, GONE } from "../case";

const OWN = "arn:aws:sns:us-east-1:123456789012:alerts";
const OTHER = "arn:aws:sns:us-east-1:999999999999:alerts";

export const cases: Cases = {
    "nothing-leads-to-another-account": {
        sound: {
            alarm: ["aws:cloudwatch/metricAlarm:MetricAlarm", { alarmActions: [OWN], okActions: [OWN] }],
            peer: ["aws:ec2/vpcPeeringConnection:VpcPeeringConnection", { peerOwnerId: "123456789012" }],
            task: [TASK_DEFINITION, { image: "123456789012.dkr.ecr.us-east-1.amazonaws.com/app:1" }],
        },
        faults: [
            ["alarm.okActions[0]", OTHER, "refers to account 999999999999"],
            ["peer.peerOwnerId", "999999999999", "refers to account 999999999999"],
            ["task.image", "999999999999.dkr.ecr.us-east-1.amazonaws.com/app:1", "refers to account 999999999999"],
        ],
        harmless: [["task.image", "906394416424.dkr.ecr.us-east-1.amazonaws.com/aws-for-fluent-bit:1"]],
        present: "what is not known refers to what the stack makes",
    },
    "roles-are-of-the-stack": {
        sound: {
            role: [ROLE],
            task: [TASK_DEFINITION, { taskRoleArn: "${role}" }],
            service: ["aws:apprunner/service:Service", { instanceConfiguration: { instanceRoleArn: "${role}" } }],
        },
        faults: [
            [
                "task.taskRoleArn",
                "arn:aws:iam::123456789012:role/admin",
                "acts by a role that the stack does not create, so that nothing is known of its rights",
            ],
        ],
        harmless: [["task.taskRoleArn", GONE]],
    },
    "nothing-is-given-to-everybody": {
        sound: {
            snapshot: ["aws:rds/snapshot:Snapshot", { sharedAccounts: ["123456789012"] }],
            share: ["aws:ram/resourceShare:ResourceShare", { allowExternalPrincipals: false }],
        },
        faults: [
            ["snapshot.sharedAccounts", ["all"], "is open to everybody by sharedAccounts"],
            ["share.allowExternalPrincipals", true, "is open to everybody by allowExternalPrincipals"],
        ],
    },
};
