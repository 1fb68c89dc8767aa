package groundwork.aws;

import java.util.List;
import java.util.Map;

/** The endpoints inside a VPC by which AWS services are reached, by IAM's names of the services. */
public final class ServiceEndpoints {
    /** Services with an endpoint that routes lead to, free of charge; every network has them. */
    public static final List<String> GATEWAYS = List.of("s3", "dynamodb");

    /** Those without are among what every private network has. */
    private static final Map<String, List<String>> BY_SERVICE = Map.ofEntries(
            Map.entry("bedrock", List.of("bedrock-runtime")),
            Map.entry("cloudwatch", List.of("monitoring")),
            Map.entry("dynamodb", List.of()),
            Map.entry("events", List.of("events")),
            Map.entry("firehose", List.of("kinesis-firehose")),
            Map.entry("kinesis", List.of("kinesis-streams")),
            Map.entry("kms", List.of("kms")),
            Map.entry("lambda", List.of("lambda")),
            Map.entry("logs", List.of()),
            Map.entry("s3", List.of()),
            Map.entry("secretsmanager", List.of()),
            Map.entry("ses", List.of("email")),
            Map.entry("sns", List.of("sns")),
            Map.entry("sqs", List.of("sqs")),
            Map.entry("ssm", List.of()),
            Map.entry("states", List.of("states")),
            Map.entry("sts", List.of("sts")));

    private ServiceEndpoints() {}

    public static boolean areKnown(String service) {
        return BY_SERVICE.containsKey(service);
    }

    public static List<String> of(String service) {
        return BY_SERVICE.getOrDefault(service, List.of());
    }
}
