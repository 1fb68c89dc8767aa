package groundwork.edge;

/** The resource types that tests of this package ask for. */
final class Types {
    static final String ACL = "aws:wafv2/webAcl:WebAcl";
    static final String ALIAS = "aws:route53/record:Record";
    static final String BALANCER = "aws:lb/loadBalancer:LoadBalancer";
    static final String CERTIFICATE = "aws:acm/certificate:Certificate";
    static final String DISTRIBUTION = "aws:cloudfront/distribution:Distribution";
    static final String HEADERS = "aws:cloudfront/responseHeadersPolicy:ResponseHeadersPolicy";
    static final String ISSUED = "aws:acm/certificateValidation:CertificateValidation";
    static final String LISTENER = "aws:lb/listener:Listener";
    static final String LOG_GROUP = "aws:cloudwatch/logGroup:LogGroup";
    static final String RULE = "aws:lb/listenerRule:ListenerRule";
    static final String TARGETS = "aws:lb/targetGroup:TargetGroup";

    private Types() {}
}
