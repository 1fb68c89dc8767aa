package groundwork.settings.entry;

import groundwork.settings.Region;
import groundwork.settings.StackSettings;
import groundwork.settings.problems.Nearest;
import groundwork.settings.problems.Problems;
import groundwork.settings.reader.Block;
import groundwork.settings.source.Configuration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Keys outside of {@code groundwork:}, where a mistyped one would silently set nothing. */
final class Namespaces {
    private static final String OURS = "groundwork";
    private static final String AWS = "aws";
    private static final String CLI = "pulumi";
    private static final List<String> READ = List.of(OURS, AWS, CLI);
    private static final Set<String> READ_BY_THE_CLI =
            Set.of("autonaming", "disable-default-providers", "tags", "template");
    private static final Set<String> OTHER_PROVIDERS = Set.of(
            "aws-native", "awsx", "cloudflare", "command", "docker", "eks", "kubernetes", "random", "time", "tls");
    /** What the AWS provider can be configured with. */
    private static final Set<String> OF_AWS = Set.of(
            "region",
            "accessKey",
            "allowedAccountIds",
            "assumeRole",
            "assumeRoles",
            "assumeRoleWithWebIdentity",
            "customCaBundle",
            "defaultTags",
            "ec2MetadataServiceEndpoint",
            "ec2MetadataServiceEndpointMode",
            "endpoints",
            "forbiddenAccountIds",
            "httpProxy",
            "httpsProxy",
            "ignoreTags",
            "insecure",
            "maxRetries",
            "noProxy",
            "profile",
            "retryMode",
            "s3UsEast1RegionalEndpoint",
            "s3UsePathStyle",
            "secretKey",
            "sharedConfigFiles",
            "sharedCredentialsFiles",
            "skipCredentialsValidation",
            "skipMetadataApiCheck",
            "skipRegionValidation",
            "skipRequestingAccountId",
            "stsRegion",
            "token",
            "tokenBucketRateLimiterCapacity",
            "useDualstackEndpoint",
            "useFipsEndpoint");

    private static final Set<String> CREDENTIALS = Set.of("accessKey", "secretKey", "token");

    private final Configuration configuration;
    private final Problems problems;
    private final Problems warnings;

    Namespaces(Configuration configuration, Problems problems, Problems warnings) {
        this.configuration = configuration;
        this.problems = problems;
        this.warnings = warnings;
    }

    void check() {
        for (var key : configuration.values().keySet()) {
            var parts = key.split(":", 2);
            switch (parts[0]) {
                case OURS -> {}
                case AWS -> ofAws(key, parts[1]);
                case CLI -> ofTheCli(key, parts[1]);
                default -> ofOthers(key, parts[0], parts[1]);
            }
        }
    }

    private void ofAws(String key, String name) {
        if (key.equals(Region.KEY)) {
            return;
        }
        if (CREDENTIALS.contains(name) && !configuration.encrypted().contains(key)) {
            problems.at(key)
                    .add(
                            "a credential in plain text, and without effect; remove it, rotate it, and sign in with the AWS CLI"
                                    + " or groundwork:provider.assumeRole");
            return;
        }
        if (OF_AWS.contains(name)) {
            warnings.at(key)
                    .add(
                            "has no effect: the program configures its AWS providers by aws:region and groundwork:provider;"
                                    + " use those, or the AWS CLI's environment variables such as AWS_PROFILE");
            return;
        }
        var meant = Nearest.to(name, OF_AWS).map(near -> AWS + ":" + near);
        problems.at(key).add("the AWS provider has no such setting; %s", remedy(meant));
    }

    private void ofTheCli(String key, String name) {
        warnings.at(key)
                .unless(READ_BY_THE_CLI.contains(name), "has no effect: only the Pulumi CLI reads pulumi:…; remove it");
    }

    private void ofOthers(String key, String namespace, String name) {
        boolean isOurBlock = Block.of(StackSettings.class).names().contains(name);
        var near = OTHER_PROVIDERS.contains(namespace) || namespace.equals(configuration.project())
                ? Optional.<String>empty()
                : Nearest.to(namespace, READ);
        var meant = isOurBlock ? Optional.of(OURS) : near;
        if (meant.isPresent()) {
            problems.at(key).add("unknown namespace; %s", remedy(meant.map(it -> it + ":" + name)));
        } else {
            warnings.at(key).add("has no effect: the program reads groundwork:… and aws:region; remove it");
        }
    }

    private static String remedy(Optional<String> meant) {
        return meant.map(it -> "did you mean \"" + it + "\"?").orElse("remove it");
    }
}
