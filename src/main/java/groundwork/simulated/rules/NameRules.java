package groundwork.simulated.rules;

import groundwork.simulated.Existing;
import java.util.List;
import java.util.regex.Pattern;

/** How long physical names may be, and of which characters: one row a type. */
final class NameRules {
    private static final String DASHED = "[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?";
    private static final String IDENTIFIER = "[a-z](?:-?[a-z0-9])*";
    private static final String WORD = "[A-Za-z0-9_-]+";
    private static final String DOTTED_WORD = "[A-Za-z0-9_.-]+";
    private static final String IAM = "[\\w+=,.@-]+";

    static final List<Rule> ALL = List.of(
            name(
                    "load-balancer-name",
                    "aws:lb/loadBalancer:LoadBalancer",
                    "name",
                    1,
                    32,
                    "(?!internal-)" + DASHED,
                    "letters, digits and inner dashes, not starting with internal-"),
            name(
                    "load-balancer-name-prefix",
                    "aws:lb/loadBalancer:LoadBalancer",
                    "namePrefix",
                    1,
                    6,
                    "[A-Za-z0-9-]+",
                    "letters, digits and dashes"),
            name(
                    "target-group-name",
                    "aws:lb/targetGroup:TargetGroup",
                    "name",
                    1,
                    32,
                    DASHED,
                    "letters, digits and inner dashes"),
            name(
                    "target-group-name-prefix",
                    "aws:lb/targetGroup:TargetGroup",
                    "namePrefix",
                    1,
                    6,
                    "[A-Za-z0-9-]+",
                    "letters, digits and dashes"),
            name(
                    "security-group-name",
                    "aws:ec2/securityGroup:SecurityGroup",
                    "name",
                    1,
                    255,
                    "(?!sg-)[A-Za-z0-9 ._:/()#,@\\[\\]+=&;{}!$*-]+",
                    "letters, digits, spaces and ._-:/()#,@[]+=&;{}!$*, not starting with sg-"),
            name("role-name", "aws:iam/role:Role", "name", 1, 64, IAM, "letters, digits and +=,.@-_"),
            name(
                    "role-policy-name",
                    "aws:iam/rolePolicy:RolePolicy",
                    "name",
                    1,
                    128,
                    IAM,
                    "letters, digits and +=,.@-_"),
            name("policy-name", "aws:iam/policy:Policy", "name", 1, 128, IAM, "letters, digits and +=,.@-_"),
            name(
                    "instance-profile-name",
                    "aws:iam/instanceProfile:InstanceProfile",
                    "name",
                    1,
                    128,
                    IAM,
                    "letters, digits and +=,.@-_"),
            name(
                    "database-identifier",
                    "aws:rds/instance:Instance",
                    "identifier",
                    1,
                    63,
                    IDENTIFIER,
                    "lower-case letters, digits and single inner dashes, starting with a letter"),
            name(
                    "database-cluster-identifier",
                    "aws:rds/cluster:Cluster",
                    "clusterIdentifier",
                    1,
                    63,
                    IDENTIFIER,
                    "lower-case letters, digits and single inner dashes, starting with a letter"),
            name(
                    "cluster-instance-identifier",
                    "aws:rds/clusterInstance:ClusterInstance",
                    "identifier",
                    1,
                    63,
                    IDENTIFIER,
                    "lower-case letters, digits and single inner dashes, starting with a letter"),
            name(
                    "database-subnet-group-name",
                    "aws:rds/subnetGroup:SubnetGroup",
                    "name",
                    1,
                    255,
                    "(?!default$)[a-z0-9 ._-]+",
                    "lower-case letters, digits, spaces and ._-, and not default"),
            name(
                    "database-parameter-group-name",
                    "aws:rds/parameterGroup:ParameterGroup",
                    "name",
                    1,
                    255,
                    IDENTIFIER,
                    "lower-case letters, digits and single inner dashes, starting with a letter"),
            name(
                    "replication-group-id",
                    "aws:elasticache/replicationGroup:ReplicationGroup",
                    "replicationGroupId",
                    1,
                    40,
                    IDENTIFIER,
                    "lower-case letters, digits and single inner dashes, starting with a letter"),
            name(
                    "cache-cluster-id",
                    "aws:elasticache/cluster:Cluster",
                    "clusterId",
                    1,
                    50,
                    IDENTIFIER,
                    "lower-case letters, digits and single inner dashes, starting with a letter"),
            name(
                    "serverless-cache-name",
                    "aws:elasticache/serverlessCache:ServerlessCache",
                    "name",
                    1,
                    40,
                    IDENTIFIER,
                    "lower-case letters, digits and single inner dashes, starting with a letter"),
            name(
                    "cache-subnet-group-name",
                    "aws:elasticache/subnetGroup:SubnetGroup",
                    "name",
                    1,
                    255,
                    "[a-z0-9-]+",
                    "lower-case letters, digits and dashes"),
            name(
                    "queue-name",
                    "aws:sqs/queue:Queue",
                    "name",
                    1,
                    80,
                    WORD + "(?:\\.fifo)?",
                    "letters, digits, _ and -, ending in .fifo for a FIFO queue"),
            name(
                    "topic-name",
                    "aws:sns/topic:Topic",
                    "name",
                    1,
                    256,
                    WORD + "(?:\\.fifo)?",
                    "letters, digits, _ and -, ending in .fifo for a FIFO topic"),
            bucket("bucket-name", "aws:s3/bucketV2:BucketV2"),
            bucket("legacy-bucket-name", "aws:s3/bucket:Bucket"),
            name(
                    "bucket-prefix",
                    "aws:s3/bucketV2:BucketV2",
                    "bucketPrefix",
                    1,
                    37,
                    "[a-z0-9][a-z0-9.-]*",
                    "lower-case letters, digits, dots and dashes"),
            name(
                    "repository-name",
                    "aws:ecr/repository:Repository",
                    "name",
                    2,
                    256,
                    "(?:[a-z0-9]+(?:[._-][a-z0-9]+)*/)*[a-z0-9]+(?:[._-][a-z0-9]+)*",
                    "lower-case letters and digits, joined by single . _ - or /"),
            name(
                    "log-group-name",
                    "aws:cloudwatch/logGroup:LogGroup",
                    "name",
                    1,
                    512,
                    "[A-Za-z0-9._/#-]+",
                    "letters, digits and ._-/#"),
            name(
                    "parameter-name",
                    "aws:ssm/parameter:Parameter",
                    "name",
                    1,
                    1011,
                    "(?!/?(?i:aws|ssm)(?:/|$))[A-Za-z0-9_./-]+",
                    "letters, digits and ._-/, not starting with aws or ssm"),
            name(
                    "secret-name",
                    "aws:secretsmanager/secret:Secret",
                    "name",
                    1,
                    512,
                    "[A-Za-z0-9/_+=.@-]+",
                    "letters, digits and /_+=.@-"),
            name(
                    "schedule-name",
                    "aws:scheduler/schedule:Schedule",
                    "name",
                    1,
                    64,
                    DOTTED_WORD,
                    "letters, digits and _.-"),
            name(
                    "schedule-group-name",
                    "aws:scheduler/scheduleGroup:ScheduleGroup",
                    "name",
                    1,
                    64,
                    DOTTED_WORD,
                    "letters, digits and _.-"),
            name(
                    "event-rule-name",
                    "aws:cloudwatch/eventRule:EventRule",
                    "name",
                    1,
                    64,
                    DOTTED_WORD,
                    "letters, digits and _.-"),
            name("web-acl-name", "aws:wafv2/webAcl:WebAcl", "name", 1, 128, WORD, "letters, digits, _ and -"),
            name("ip-set-name", "aws:wafv2/ipSet:IpSet", "name", 1, 128, WORD, "letters, digits, _ and -"),
            name("cluster-name", "aws:ecs/cluster:Cluster", "name", 1, 255, WORD, "letters, digits, _ and -"),
            name("service-name", "aws:ecs/service:Service", "name", 1, 255, WORD, "letters, digits, _ and -"),
            name(
                    "task-family",
                    "aws:ecs/taskDefinition:TaskDefinition",
                    "family",
                    1,
                    255,
                    WORD,
                    "letters, digits, _ and -"),
            name("function-name", "aws:lambda/function:Function", "name", 1, 64, WORD, "letters, digits, _ and -"),
            name(
                    "alarm-name",
                    "aws:cloudwatch/metricAlarm:MetricAlarm",
                    "name",
                    1,
                    255,
                    "(?!:)[^\\p{Cntrl}]+",
                    "any characters but control characters"),
            name(
                    "dashboard-name",
                    "aws:cloudwatch/dashboard:Dashboard",
                    "dashboardName",
                    1,
                    255,
                    WORD,
                    "letters, digits, _ and -"),
            name(
                    "state-machine-name",
                    "aws:sfn/stateMachine:StateMachine",
                    "name",
                    1,
                    80,
                    WORD,
                    "letters, digits, _ and -"),
            name(
                    "edge-function-name",
                    "aws:cloudfront/function:Function",
                    "name",
                    1,
                    64,
                    WORD,
                    "letters, digits, _ and -"),
            name(
                    "origin-access-name",
                    "aws:cloudfront/originAccessControl:OriginAccessControl",
                    "name",
                    1,
                    64,
                    "[^\\p{Cntrl}]+",
                    "any characters but control characters"),
            name(
                    "budget-name",
                    "aws:budgets/budget:Budget",
                    "name",
                    1,
                    100,
                    "[^:\\\\]+",
                    "any characters but : and \\"),
            name("backup-vault-name", "aws:backup/vault:Vault", "name", 2, 50, WORD, "letters, digits, _ and -"),
            name(
                    "apprunner-service-name",
                    "aws:apprunner/service:Service",
                    "serviceName",
                    4,
                    40,
                    "[A-Za-z0-9]" + WORD,
                    "letters, digits, _ and -, starting with a letter or digit"),
            name(
                    "key-alias",
                    "aws:kms/alias:Alias",
                    "name",
                    1,
                    256,
                    "alias/(?!aws/)[A-Za-z0-9/_-]+",
                    "alias/ followed by letters, digits, / _ and -, not alias/aws/"));

    private NameRules() {}

    private static Rule name(
            String rule, String type, String property, int shortest, int longest, String pattern, String says) {
        var allowed = Pattern.compile(pattern);
        return Rule.of(
                rule,
                (resource, refusals) -> resource.text(property)
                        .ifPresent(name -> judge(name, property, shortest, longest, allowed, says, refusals)),
                type);
    }

    private static void judge(
            String name, String property, int shortest, int longest, Pattern allowed, String says, Refusals refusals) {
        if (name.length() < shortest || name.length() > longest) {
            refusals.add(
                    property, "\"%s\" has %d characters; AWS takes %d to %d", name, name.length(), shortest, longest);
        }
        if (!allowed.matcher(name).matches()) {
            refusals.add(property, "\"%s\" is not allowed; use %s", name, says);
        }
    }

    private static Rule bucket(String rule, String type) {
        return Rule.of(rule, NameRules::bucket, type);
    }

    private static void bucket(Existing resource, Refusals refusals) {
        resource.text("bucket").ifPresent(name -> {
            refusals.unless(
                    name.length() >= 3 && name.length() <= 63,
                    "bucket",
                    "\"%s\" has %d characters; AWS takes 3 to 63",
                    name,
                    name.length());
            refusals.unless(
                    name.matches("[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?")
                            && !name.contains("..")
                            && !name.matches("\\d+\\.\\d+\\.\\d+\\.\\d+")
                            && !name.startsWith("xn--")
                            && !name.endsWith("-s3alias"),
                    "bucket",
                    "\"%s\" is not allowed; use lower-case letters, digits, inner dots and dashes, and nothing that looks like an address",
                    name);
        });
    }
}
