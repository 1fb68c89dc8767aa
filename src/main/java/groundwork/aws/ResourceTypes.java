package groundwork.aws;

/** The types of resources of the AWS provider that something names. */
public final class ResourceTypes {
    public static final String ACM_CERTIFICATE = "aws:acm/certificate:Certificate";
    public static final String ACM_CERTIFICATE_VALIDATION = "aws:acm/certificateValidation:CertificateValidation";
    public static final String APIGATEWAYV2_API = "aws:apigatewayv2/api:Api";
    public static final String APIGATEWAYV2_API_MAPPING = "aws:apigatewayv2/apiMapping:ApiMapping";
    public static final String APIGATEWAYV2_DOMAIN_NAME = "aws:apigatewayv2/domainName:DomainName";
    public static final String APIGATEWAYV2_INTEGRATION = "aws:apigatewayv2/integration:Integration";
    public static final String APIGATEWAYV2_ROUTE = "aws:apigatewayv2/route:Route";
    public static final String APIGATEWAYV2_STAGE = "aws:apigatewayv2/stage:Stage";
    public static final String APPAUTOSCALING_POLICY = "aws:appautoscaling/policy:Policy";
    public static final String APPAUTOSCALING_SCHEDULED_ACTION = "aws:appautoscaling/scheduledAction:ScheduledAction";
    public static final String APPAUTOSCALING_TARGET = "aws:appautoscaling/target:Target";
    public static final String APPRUNNER_AUTO_SCALING_CONFIGURATION_VERSION =
            "aws:apprunner/autoScalingConfigurationVersion:AutoScalingConfigurationVersion";
    public static final String APPRUNNER_SERVICE = "aws:apprunner/service:Service";
    public static final String BACKUP_PLAN = "aws:backup/plan:Plan";
    public static final String BACKUP_RESTORE_TESTING_PLAN = "aws:backup/restoreTestingPlan:RestoreTestingPlan";
    public static final String BACKUP_RESTORE_TESTING_SELECTION =
            "aws:backup/restoreTestingSelection:RestoreTestingSelection";
    public static final String BACKUP_SELECTION = "aws:backup/selection:Selection";
    public static final String BACKUP_VAULT = "aws:backup/vault:Vault";
    public static final String BUDGETS_BUDGET = "aws:budgets/budget:Budget";
    public static final String CLOUDFRONT_CACHE_POLICY = "aws:cloudfront/cachePolicy:CachePolicy";
    public static final String CLOUDFRONT_DISTRIBUTION = "aws:cloudfront/distribution:Distribution";
    public static final String CLOUDFRONT_FUNCTION = "aws:cloudfront/function:Function";
    public static final String CLOUDFRONT_RESPONSE_HEADERS_POLICY =
            "aws:cloudfront/responseHeadersPolicy:ResponseHeadersPolicy";
    public static final String CLOUDTRAIL_TRAIL = "aws:cloudtrail/trail:Trail";
    public static final String CLOUDWATCH_DASHBOARD = "aws:cloudwatch/dashboard:Dashboard";
    public static final String CLOUDWATCH_EVENT_RULE = "aws:cloudwatch/eventRule:EventRule";
    public static final String CLOUDWATCH_LOG_DELIVERY = "aws:cloudwatch/logDelivery:LogDelivery";
    public static final String CLOUDWATCH_LOG_DELIVERY_DESTINATION =
            "aws:cloudwatch/logDeliveryDestination:LogDeliveryDestination";
    public static final String CLOUDWATCH_LOG_DELIVERY_SOURCE = "aws:cloudwatch/logDeliverySource:LogDeliverySource";
    public static final String CLOUDWATCH_LOG_GROUP = "aws:cloudwatch/logGroup:LogGroup";
    public static final String CLOUDWATCH_METRIC_ALARM = "aws:cloudwatch/metricAlarm:MetricAlarm";
    public static final String CLOUDWATCH_QUERY_DEFINITION = "aws:cloudwatch/queryDefinition:QueryDefinition";
    public static final String CODEDEPLOY_DEPLOYMENT_GROUP = "aws:codedeploy/deploymentGroup:DeploymentGroup";
    public static final String COSTEXPLORER_ANOMALY_MONITOR = "aws:costexplorer/anomalyMonitor:AnomalyMonitor";
    public static final String COSTEXPLORER_ANOMALY_SUBSCRIPTION =
            "aws:costexplorer/anomalySubscription:AnomalySubscription";
    public static final String DYNAMODB_TABLE = "aws:dynamodb/table:Table";
    public static final String EC2_EIP = "aws:ec2/eip:Eip";
    public static final String EC2_INTERNET_GATEWAY = "aws:ec2/internetGateway:InternetGateway";
    public static final String EC2_NAT_GATEWAY = "aws:ec2/natGateway:NatGateway";
    public static final String EC2_ROUTE = "aws:ec2/route:Route";
    public static final String EC2_ROUTE_TABLE = "aws:ec2/routeTable:RouteTable";
    public static final String EC2_ROUTE_TABLE_ASSOCIATION = "aws:ec2/routeTableAssociation:RouteTableAssociation";
    public static final String EC2_SECURITY_GROUP = "aws:ec2/securityGroup:SecurityGroup";
    public static final String EC2_SUBNET = "aws:ec2/subnet:Subnet";
    public static final String EC2_VPC = "aws:ec2/vpc:Vpc";
    public static final String EC2_VPC_ENDPOINT = "aws:ec2/vpcEndpoint:VpcEndpoint";
    public static final String ECR_LIFECYCLE_POLICY = "aws:ecr/lifecyclePolicy:LifecyclePolicy";
    public static final String ECR_REPOSITORY = "aws:ecr/repository:Repository";
    public static final String ECR_REPOSITORY_POLICY = "aws:ecr/repositoryPolicy:RepositoryPolicy";
    public static final String ECS_CLUSTER = "aws:ecs/cluster:Cluster";
    public static final String ECS_CLUSTER_CAPACITY_PROVIDERS =
            "aws:ecs/clusterCapacityProviders:ClusterCapacityProviders";
    public static final String ECS_SERVICE = "aws:ecs/service:Service";
    public static final String ECS_TASK_DEFINITION = "aws:ecs/taskDefinition:TaskDefinition";
    public static final String EFS_ACCESS_POINT = "aws:efs/accessPoint:AccessPoint";
    public static final String EFS_FILE_SYSTEM = "aws:efs/fileSystem:FileSystem";
    public static final String EFS_MOUNT_TARGET = "aws:efs/mountTarget:MountTarget";
    public static final String ELASTICACHE_PARAMETER_GROUP = "aws:elasticache/parameterGroup:ParameterGroup";
    public static final String ELASTICACHE_REPLICATION_GROUP = "aws:elasticache/replicationGroup:ReplicationGroup";
    public static final String ELASTICACHE_SUBNET_GROUP = "aws:elasticache/subnetGroup:SubnetGroup";
    public static final String FIS_EXPERIMENT_TEMPLATE = "aws:fis/experimentTemplate:ExperimentTemplate";
    public static final String IAM_POLICY = "aws:iam/policy:Policy";
    public static final String IAM_ROLE = "aws:iam/role:Role";
    public static final String IAM_ROLE_POLICY = "aws:iam/rolePolicy:RolePolicy";
    public static final String IAM_ROLE_POLICY_ATTACHMENT = "aws:iam/rolePolicyAttachment:RolePolicyAttachment";
    public static final String KMS_KEY = "aws:kms/key:Key";
    public static final String LAMBDA_FUNCTION = "aws:lambda/function:Function";
    public static final String LB_LISTENER = "aws:lb/listener:Listener";
    public static final String LB_LISTENER_RULE = "aws:lb/listenerRule:ListenerRule";
    public static final String LB_LOAD_BALANCER = "aws:lb/loadBalancer:LoadBalancer";
    public static final String LB_TARGET_GROUP = "aws:lb/targetGroup:TargetGroup";
    public static final String RDS_CLUSTER = "aws:rds/cluster:Cluster";
    public static final String RDS_CLUSTER_INSTANCE = "aws:rds/clusterInstance:ClusterInstance";
    public static final String RDS_CLUSTER_PARAMETER_GROUP = "aws:rds/clusterParameterGroup:ClusterParameterGroup";
    public static final String RDS_INSTANCE = "aws:rds/instance:Instance";
    public static final String RDS_PARAMETER_GROUP = "aws:rds/parameterGroup:ParameterGroup";
    public static final String RDS_SUBNET_GROUP = "aws:rds/subnetGroup:SubnetGroup";
    public static final String ROUTE53_RECORD = "aws:route53/record:Record";
    public static final String ROUTE53_ZONE = "aws:route53/zone:Zone";
    public static final String S3_BUCKET_CORS_CONFIGURATION_V2 =
            "aws:s3/bucketCorsConfigurationV2:BucketCorsConfigurationV2";
    public static final String S3_BUCKET_LIFECYCLE_CONFIGURATION_V2 =
            "aws:s3/bucketLifecycleConfigurationV2:BucketLifecycleConfigurationV2";
    public static final String S3_BUCKET_OWNERSHIP_CONTROLS = "aws:s3/bucketOwnershipControls:BucketOwnershipControls";
    public static final String S3_BUCKET_POLICY = "aws:s3/bucketPolicy:BucketPolicy";
    public static final String S3_BUCKET_PUBLIC_ACCESS_BLOCK = "aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock";
    public static final String S3_BUCKET_SERVER_SIDE_ENCRYPTION_CONFIGURATION_V2 =
            "aws:s3/bucketServerSideEncryptionConfigurationV2:BucketServerSideEncryptionConfigurationV2";
    public static final String S3_BUCKET_V2 = "aws:s3/bucketV2:BucketV2";
    public static final String S3_BUCKET_VERSIONING_V2 = "aws:s3/bucketVersioningV2:BucketVersioningV2";
    public static final String SCHEDULER_SCHEDULE = "aws:scheduler/schedule:Schedule";
    public static final String SECRETSMANAGER_SECRET = "aws:secretsmanager/secret:Secret";
    public static final String SECRETSMANAGER_SECRET_POLICY = "aws:secretsmanager/secretPolicy:SecretPolicy";
    public static final String SECRETSMANAGER_SECRET_ROTATION = "aws:secretsmanager/secretRotation:SecretRotation";
    public static final String SECRETSMANAGER_SECRET_VERSION = "aws:secretsmanager/secretVersion:SecretVersion";
    public static final String SERVICEDISCOVERY_HTTP_NAMESPACE = "aws:servicediscovery/httpNamespace:HttpNamespace";
    public static final String SERVICEDISCOVERY_PRIVATE_DNS_NAMESPACE =
            "aws:servicediscovery/privateDnsNamespace:PrivateDnsNamespace";
    public static final String SERVICEDISCOVERY_SERVICE = "aws:servicediscovery/service:Service";
    public static final String SFN_STATE_MACHINE = "aws:sfn/stateMachine:StateMachine";
    public static final String SNS_TOPIC = "aws:sns/topic:Topic";
    public static final String SNS_TOPIC_POLICY = "aws:sns/topicPolicy:TopicPolicy";
    public static final String SNS_TOPIC_SUBSCRIPTION = "aws:sns/topicSubscription:TopicSubscription";
    public static final String SQS_QUEUE = "aws:sqs/queue:Queue";
    public static final String SQS_QUEUE_POLICY = "aws:sqs/queuePolicy:QueuePolicy";
    public static final String SQS_REDRIVE_ALLOW_POLICY = "aws:sqs/redriveAllowPolicy:RedriveAllowPolicy";
    public static final String SSM_PARAMETER = "aws:ssm/parameter:Parameter";
    public static final String VPC_SECURITY_GROUP_EGRESS_RULE =
            "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule";
    public static final String VPC_SECURITY_GROUP_INGRESS_RULE =
            "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule";
    public static final String WAFV2_IP_SET = "aws:wafv2/ipSet:IpSet";
    public static final String WAFV2_WEB_ACL = "aws:wafv2/webAcl:WebAcl";
    public static final String WAFV2_WEB_ACL_ASSOCIATION = "aws:wafv2/webAclAssociation:WebAclAssociation";

    private ResourceTypes() {}
}
