package groundwork.edge;

/** The resource types that tests of this package ask for. */
public final class Types {
    public static final String ACL = "aws:wafv2/webAcl:WebAcl";
    public static final String ALIAS = "aws:route53/record:Record";
    public static final String BALANCER = "aws:lb/loadBalancer:LoadBalancer";
    public static final String CACHE_POLICY = "aws:cloudfront/cachePolicy:CachePolicy";
    public static final String CERTIFICATE = "aws:acm/certificate:Certificate";
    public static final String DISTRIBUTION = "aws:cloudfront/distribution:Distribution";
    public static final String HEADERS = "aws:cloudfront/responseHeadersPolicy:ResponseHeadersPolicy";
    public static final String ISSUED = "aws:acm/certificateValidation:CertificateValidation";
    public static final String LISTENER = "aws:lb/listener:Listener";
    public static final String LOG_GROUP = "aws:cloudwatch/logGroup:LogGroup";
    public static final String RULE = "aws:lb/listenerRule:ListenerRule";
    public static final String TARGETS = "aws:lb/targetGroup:TargetGroup";

    private Types() {}
}
