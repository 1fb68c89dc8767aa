/** Actions that AWS has no resource for: a policy can only allow them on `*`. */
const UNSCOPED = new Set([
    "ce:GetCostAndUsage",
    "ce:GetCostForecast",
    "cloudwatch:DescribeAlarms",
    "cloudwatch:GetMetricData",
    "cloudwatch:GetMetricStatistics",
    "cloudwatch:ListMetrics",
    "application-autoscaling:DescribeScalableTargets",
    "application-autoscaling:DescribeScalingActivities",
    "application-autoscaling:DescribeScalingPolicies",
    "ec2:CreateNetworkInterface",
    "ec2:DeleteNetworkInterface",
    "ec2:DescribeAvailabilityZones",
    "ec2:DescribeManagedPrefixLists",
    "ec2:DescribeNetworkAcls",
    "ec2:DescribeNetworkInterfaces",
    "ec2:DescribeRegions",
    "ec2:DescribeSecurityGroups",
    "ec2:DescribeSubnets",
    "ec2:DescribeVpcs",
    "ecr:GetAuthorizationToken",
    "ecs:DeregisterTaskDefinition",
    "ecs:DescribeTaskDefinition",
    "ecs:ListClusters",
    "ecs:ListTaskDefinitions",
    "elasticloadbalancing:DescribeListeners",
    "elasticloadbalancing:DescribeLoadBalancers",
    "elasticloadbalancing:DescribeRules",
    "elasticloadbalancing:DescribeTargetGroups",
    "elasticloadbalancing:DescribeTargetHealth",
    "logs:CreateLogDelivery",
    "logs:DescribeLogGroups",
    "logs:DescribeResourcePolicies",
    "logs:PutResourcePolicy",
    "rds:DescribeExportTasks",
    "route53:ListHostedZones",
    "ssm:DescribeParameters",
    "ssmmessages:CreateControlChannel",
    "ssmmessages:CreateDataChannel",
    "ssmmessages:OpenControlChannel",
    "ssmmessages:OpenDataChannel",
    "sts:GetCallerIdentity",
    "tag:GetResources",
    "xray:GetSamplingRules",
    "xray:GetSamplingStatisticSummaries",
    "xray:GetSamplingTargets",
    "xray:PutTelemetryRecords",
    "xray:PutTraceSegments",
]);

/** As above, but a condition key narrows them. */
const NARROWED_BY_CONDITION = new Set([
    "cloudwatch:PutMetricData",
    "ecs:ListTasks",
    "ses:SendEmail",
    "ses:SendRawEmail",
]);

/** Actions on what gets its name only later, or is AWS's own: a policy names the kind. */
const ON_A_KIND = new Set([
    "ec2:CreateNetworkAcl",
    "ec2:GetManagedPrefixListEntries",
    "ec2:ReplaceNetworkAclAssociation",
]);

export function isOnAKind(action: string): boolean {
    return ON_A_KIND.has(action);
}

/** Kinds of actions that AWS wants as a whole: RDS tests the role of an export for all of them. */
const WHOLE_KINDS = new Set(["s3:DeleteObject*", "s3:GetObject*", "s3:PutObject*"]);

export function isWholeKind(action: string): boolean {
    return WHOLE_KINDS.has(action);
}

export function isUnscoped(action: string): boolean {
    return UNSCOPED.has(action);
}

export function needsCondition(action: string): boolean {
    return NARROWED_BY_CONDITION.has(action);
}
