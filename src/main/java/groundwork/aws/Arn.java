package groundwork.aws;

/** Amazon Resource Names in the one partition that a stack can live in. */
public final class Arn {
    /** How every ARN begins, for patterns and examples. */
    public static final String START = "arn:aws:";

    /** The policies that AWS keeps for everybody. */
    public static final String AWS_POLICIES = of("iam", "", "aws", "policy/");

    private Arn() {}

    /** Of something global the region is empty, and of something of AWS's own the account too. */
    public static String of(String service, String region, String account, String resource) {
        return START + String.join(":", service, region, account, resource);
    }

    /** A call of another service's API, by Step Functions or EventBridge Scheduler. */
    public static String sdkCall(String service, String call) {
        return of(service, "", "", "aws-sdk:" + call);
    }
}
