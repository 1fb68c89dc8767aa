import { type Resource, resourceOf } from "../../src/resource";

const allow = (more: object) => JSON.stringify({ Version: "2012-10-17", Statement: [{ Effect: "Allow", ...more }] });
const assumedBy = (principal: object, condition?: object) =>
    allow({
        Action: "sts:AssumeRole",
        Principal: principal,
        ...(condition === undefined ? {} : { Condition: condition }),
    });
const LAMBDA = { Service: "lambda.amazonaws.com" };

/** Resources that somebody adds to a stack, each with a defect; those in one line come together. */
const FOREIGN: Record<string, [type: string, inputs: Record<string, unknown>][]> = {
    "a bucket with nothing around it": [["aws:s3/bucketV2:BucketV2", {}]],
    "a bucket with a public list": [["aws:s3/bucket:Bucket", { acl: "public-read" }]],
    "a public list": [["aws:s3/bucketAclV2:BucketAclV2", { acl: "public-read-write" }]],
    "a bucket's website": [["aws:s3/bucketWebsiteConfigurationV2:BucketWebsiteConfigurationV2", { bucket: "b" }]],
    "a public bucket policy": [
        [
            "aws:s3/bucketPolicy:BucketPolicy",
            { policy: allow({ Principal: "*", Action: "s3:GetObject", Resource: "arn:aws:s3:::b/*" }) },
        ],
    ],
    "CORS for all": [
        [
            "aws:s3/bucketCorsConfigurationV2:BucketCorsConfigurationV2",
            { corsRules: [{ allowedOrigins: ["*"], allowedMethods: ["GET"] }] },
        ],
    ],
    "an administrator": [
        [
            "aws:iam/rolePolicyAttachment:RolePolicyAttachment",
            { role: "r", policyArn: "arn:aws:iam::aws:policy/AdministratorAccess" },
        ],
    ],
    "a reader of everything": [
        [
            "aws:iam/rolePolicyAttachment:RolePolicyAttachment",
            { role: "r", policyArn: "arn:aws:iam::aws:policy/ReadOnlyAccess" },
        ],
    ],
    "full access to logs": [
        [
            "aws:iam/rolePolicyAttachment:RolePolicyAttachment",
            { role: "r", policyArn: "arn:aws:iam::aws:policy/CloudWatchFullAccess" },
        ],
    ],
    "all secrets": [
        [
            "aws:iam/rolePolicyAttachment:RolePolicyAttachment",
            { role: "r", policyArn: "arn:aws:iam::aws:policy/SecretsManagerReadWrite" },
        ],
    ],
    "a job function": [
        [
            "aws:iam/rolePolicyAttachment:RolePolicyAttachment",
            { role: "r", policyArn: "arn:aws:iam::aws:policy/job-function/DatabaseAdministrator" },
        ],
    ],
    "a policy of everything": [
        ["aws:iam/rolePolicy:RolePolicy", { role: "r", policy: allow({ Action: "*", Resource: "*" }) }],
    ],
    "a policy of all secrets": [
        [
            "aws:iam/policy:Policy",
            {
                policy: allow({
                    Action: "secretsmanager:GetSecretValue",
                    Resource: "arn:aws:secretsmanager:us-east-1:123456789012:secret:*",
                }),
            },
        ],
    ],
    "a policy of all keys": [
        [
            "aws:iam/policy:Policy",
            { policy: allow({ Action: "kms:Decrypt", Resource: "arn:aws:kms:us-east-1:123456789012:key/*" }) },
        ],
    ],
    "a policy of all parameters": [
        [
            "aws:iam/policy:Policy",
            {
                policy: allow({
                    Action: "ssm:GetParameter",
                    Resource: "arn:aws:ssm:us-east-1:123456789012:parameter/*",
                }),
            },
        ],
    ],
    "a wildcard in the middle": [
        ["aws:iam/policy:Policy", { policy: allow({ Action: "s3:GetObject", Resource: "arn:aws:s3:::*-prod/*" }) }],
    ],
    "any account's queue": [
        ["aws:iam/policy:Policy", { policy: allow({ Action: "sqs:SendMessage", Resource: "arn:aws:sqs:*:*:jobs" }) }],
    ],
    "a role of anybody": [["aws:iam/role:Role", { assumeRolePolicy: assumedBy({ AWS: "*" }) }]],
    "a role of another account": [["aws:iam/role:Role", { assumeRolePolicy: assumedBy({ AWS: "999999999999" }) }]],
    "a role of every repository": [
        [
            "aws:iam/role:Role",
            {
                assumeRolePolicy: JSON.stringify({
                    Statement: [
                        {
                            Effect: "Allow",
                            Action: "sts:AssumeRoleWithWebIdentity",
                            Principal: {
                                Federated:
                                    "arn:aws:iam::123456789012:oidc-provider/token.actions.githubusercontent.com",
                            },
                            Condition: {
                                StringLike: {
                                    "token.actions.githubusercontent.com:sub": "repo:*",
                                    "token.actions.githubusercontent.com:aud": "sts.amazonaws.com",
                                },
                            },
                        },
                    ],
                }),
            },
        ],
    ],
    "a role of a service for anybody": [["aws:iam/role:Role", { assumeRolePolicy: assumedBy(LAMBDA) }]],
    "an access key": [["aws:iam/accessKey:AccessKey", { user: "u" }]],
    "a user": [["aws:iam/user:User", { name: "u" }]],
    "an open security group": [
        [
            "aws:ec2/securityGroup:SecurityGroup",
            { ingress: [{ protocol: "tcp", fromPort: 22, toPort: 22, cidrBlocks: ["0.0.0.0/0"] }] },
        ],
    ],
    "SSH from anywhere": [
        [
            "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule",
            { cidrIpv4: "0.0.0.0/0", fromPort: 22, toPort: 22, ipProtocol: "tcp", securityGroupId: "sg-1" },
        ],
    ],
    "SSH from anywhere by IPv6": [
        [
            "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule",
            { cidrIpv6: "::/0", fromPort: 22, toPort: 22, ipProtocol: "tcp", securityGroupId: "sg-1" },
        ],
    ],
    "SSH from one address": [
        [
            "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule",
            { cidrIpv4: "203.0.113.7/32", fromPort: 22, toPort: 22, ipProtocol: "tcp", securityGroupId: "sg-1" },
        ],
    ],
    "everything from a wide range": [
        [
            "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule",
            { cidrIpv4: "52.0.0.0/8", ipProtocol: "-1", securityGroupId: "sg-1" },
        ],
    ],
    "PostgreSQL from a prefix list": [
        [
            "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule",
            { prefixListId: "pl-1", fromPort: 5432, toPort: 5432, ipProtocol: "tcp", securityGroupId: "sg-1" },
        ],
    ],
    "RDP by an old rule": [
        [
            "aws:ec2/securityGroupRule:SecurityGroupRule",
            {
                type: "ingress",
                cidrBlocks: ["0.0.0.0/0"],
                fromPort: 3389,
                toPort: 3389,
                protocol: "tcp",
                securityGroupId: "sg-1",
            },
        ],
    ],
    "everything let out": [
        [
            "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule",
            { cidrIpv4: "0.0.0.0/0", ipProtocol: "-1", securityGroupId: "sg-1" },
        ],
    ],
    "everything let out by IPv6": [
        [
            "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule",
            { cidrIpv6: "::/0", ipProtocol: "-1", securityGroupId: "sg-1" },
        ],
    ],
    "an open network ACL": [
        ["aws:ec2/networkAclRule:NetworkAclRule", { cidrBlock: "0.0.0.0/0", ruleAction: "allow", protocol: "-1" }],
    ],
    "a public database": [
        [
            "aws:rds/instance:Instance",
            { engine: "postgres", engineVersion: "17", publiclyAccessible: true, storageEncrypted: true },
        ],
    ],
    "a database without encryption": [["aws:rds/instance:Instance", { engine: "mysql", engineVersion: "5.7" }]],
    "a cache without TLS": [["aws:elasticache/replicationGroup:ReplicationGroup", { engine: "redis" }]],
    "a cache cluster": [["aws:elasticache/cluster:Cluster", { engine: "redis" }]],
    "a volume without encryption": [["aws:ebs/volume:Volume", { size: 10 }]],
    "a file system": [["aws:efs/fileSystem:FileSystem", {}]],
    "a queue": [["aws:sqs/queue:Queue", { name: "q" }]],
    "a topic's open policy": [
        [
            "aws:sns/topicPolicy:TopicPolicy",
            { policy: allow({ Principal: { AWS: "*" }, Action: "sns:Publish", Resource: "*" }) },
        ],
    ],
    "a queue's open policy": [
        [
            "aws:sqs/queuePolicy:QueuePolicy",
            { policy: allow({ Principal: "*", Action: "sqs:SendMessage", Resource: "*" }) },
        ],
    ],
    "a key without rotation": [["aws:kms/key:Key", {}]],
    "a key of anybody": [
        [
            "aws:kms/key:Key",
            { enableKeyRotation: true, policy: allow({ Principal: { AWS: "*" }, Action: "kms:*", Resource: "*" }) },
        ],
    ],
    "a secret of another account": [
        [
            "aws:secretsmanager/secretPolicy:SecretPolicy",
            {
                policy: allow({
                    Principal: { AWS: "arn:aws:iam::999999999999:root" },
                    Action: "secretsmanager:GetSecretValue",
                    Resource: "*",
                }),
            },
        ],
    ],
    "a repository of anybody": [
        [
            "aws:ecr/repositoryPolicy:RepositoryPolicy",
            { policy: allow({ Principal: "*", Action: "ecr:BatchGetImage" }) },
        ],
    ],
    "a repository with moving tags": [["aws:ecr/repository:Repository", { imageTagMutability: "MUTABLE" }]],
    "an instance with a password in its user data": [
        [
            "aws:ec2/instance:Instance",
            { userData: "#!/bin/sh\nexport DB_PASSWORD=hunter2hunter2", metadataOptions: { httpTokens: "required" } },
        ],
    ],
    "an instance with a public address": [["aws:ec2/instance:Instance", { associatePublicIpAddress: true }]],
    "a function with a secret": [
        [
            "aws:lambda/function:Function",
            { runtime: "nodejs22.x", environment: { variables: { API_KEY: "abcdef123456" } } },
        ],
    ],
    "a function with an old runtime": [["aws:lambda/function:Function", { runtime: "nodejs14.x" }]],
    "a function of anybody": [
        ["aws:lambda/permission:Permission", { principal: "*", action: "lambda:InvokeFunction" }],
    ],
    "a function of any bucket": [
        ["aws:lambda/permission:Permission", { principal: "s3.amazonaws.com", action: "lambda:InvokeFunction" }],
    ],
    "an open function address": [["aws:lambda/functionUrl:FunctionUrl", { authorizationType: "NONE" }]],
    "a password as a parameter": [
        ["aws:ssm/parameter:Parameter", { type: "String", name: "/app/db-password", value: "hunter2" }],
    ],
    "a token as a parameter": [
        [
            "aws:ssm/parameter:Parameter",
            { type: "String", name: "/app/setting", value: "ghp_abcdefghijklmnopqrstuvwxyz0123456789" },
        ],
    ],
    "a load balancer": [["aws:lb/loadBalancer:LoadBalancer", { internal: false }]],
    "a listener without TLS on 443": [
        ["aws:lb/listener:Listener", { port: 443, protocol: "HTTP", defaultActions: [{ type: "forward" }] }],
    ],
    "a listener with old TLS": [
        [
            "aws:lb/listener:Listener",
            {
                port: 443,
                protocol: "HTTPS",
                certificateArn: "c",
                sslPolicy: "ELBSecurityPolicy-2016-08",
                defaultActions: [{ type: "fixed-response", fixedResponse: { statusCode: "404" } }],
            },
        ],
    ],
    "a target group of nobody": [["aws:lb/targetGroup:TargetGroup", { port: 80, protocol: "HTTP", targetType: "ip" }]],
    "a distribution": [
        [
            "aws:cloudfront/distribution:Distribution",
            {
                enabled: true,
                origins: [
                    {
                        originId: "o",
                        domainName: "o.example",
                        customOriginConfig: { originProtocolPolicy: "http-only", originSslProtocols: ["SSLv3"] },
                    },
                ],
                defaultCacheBehavior: { targetOriginId: "o", viewerProtocolPolicy: "allow-all" },
                viewerCertificate: { cloudfrontDefaultCertificate: true },
            },
        ],
    ],
    "a name that points elsewhere": [
        [
            "aws:route53/record:Record",
            {
                name: "old.example.com",
                type: "A",
                zoneId: "Z1",
                aliases: [{ name: "gone-1234.us-east-1.elb.amazonaws.com", zoneId: "Z2", evaluateTargetHealth: true }],
            },
        ],
    ],
    "a log group for ever": [["aws:cloudwatch/logGroup:LogGroup", { name: "l" }]],
    "logs for a day": [["aws:cloudwatch/logGroup:LogGroup", { name: "l", retentionInDays: 1 }]],
    "an alarm of nobody": [
        [
            "aws:cloudwatch/metricAlarm:MetricAlarm",
            {
                metricName: "m",
                namespace: "n",
                statistic: "Sum",
                threshold: 1,
                period: 60,
                evaluationPeriods: 1,
                comparisonOperator: "GreaterThanThreshold",
            },
        ],
    ],
    "a trail of one region": [["aws:cloudtrail/trail:Trail", { s3BucketName: "b" }]],
    "a VPC with nothing around it": [["aws:ec2/vpc:Vpc", { cidrBlock: "10.9.0.0/16" }]],
    "a public subnet": [["aws:ec2/subnet:Subnet", { mapPublicIpOnLaunch: true }]],
    "a detector that is off": [["aws:guardduty/detector:Detector", { enable: false }]],
    "a certificate by e-mail": [
        ["aws:acm/certificate:Certificate", { domainName: "a.example", validationMethod: "EMAIL" }],
    ],
    "a web ACL of nothing": [
        [
            "aws:wafv2/webAcl:WebAcl",
            { scope: "REGIONAL", defaultAction: { allow: {} }, visibilityConfig: { cloudwatchMetricsEnabled: true } },
        ],
    ],
    "a builder with a secret": [
        [
            "aws:codebuild/project:Project",
            { environment: { environmentVariables: [{ name: "NPM_TOKEN", value: "abcdef" }] } },
        ],
    ],
    "a provider with keys": [
        ["pulumi:providers:aws", { region: "us-east-1", accessKey: "AKIAIOSFODNN7EXAMPLE", secretKey: "abc" }],
    ],
};

export function foreigners(): { name: string; resources: Resource[] }[] {
    return Object.entries(FOREIGN).map(([name, resources]) => ({
        name,
        resources: resources.map(([type, inputs], at) =>
            resourceOf({ type, name: `foreign-${at}`, urn: `urn:foreign:${name}:${at}`, inputs }),
        ),
    }));
}
