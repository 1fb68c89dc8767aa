package groundwork.settings.service;

import static groundwork.settings.StackText.problems;
import static org.assertj.core.api.Assertions.assertThat;

import groundwork.Rows;
import groundwork.Stacks;
import groundwork.offline.recording.Recorded;
import org.junit.jupiter.api.Test;

class PermissionSettingsTest {
    private static final String AT = "services.app.permissions[0].";

    @Rows(
            """
            []                       | [queue]                                   | actions: names none; give one, such as ses:SendEmail
            ["ses:*"]                | [identity/a.com]                          | actions[0]: "ses:*": write one action such as ses:SendEmail, without *
            ["ses:Send*"]            | [identity/a.com]                          | actions[0]: "ses:Send*": write one action such as ses:SendEmail, without *
            ["*"]                    | [identity/a.com]                          | actions[0]: "*": write one action such as ses:SendEmail, without *
            ["iam:PassRole"]         | [role/a]                                  | actions[0]: "iam:PassRole" would let the service widen its own permissions; it is given to none
            ["ses:SendEmail", "sqs:SendMessage"] | [identity/a.com]              | actions[1]: "sqs:SendMessage" is of another AWS service than ses:SendEmail; give it an entry of its own
            ["ses:SendEmail"]        | []                                        | resources: names none; give one, such as identity/example.com
            ["ses:SendEmail"]        | ["*"]                                     | resources[0]: "*" is everything of its kind; name what it is, as far as a * at its end
            ["ses:SendEmail"]        | ["identity/*"]                            | resources[0]: "identity/*" is everything of its kind; name what it is, as far as a * at its end
            ["sqs:SendMessage"]      | ["arn:aws:sqs:us-east-1:123456789012:*"]  | resources[0]: "arn:aws:sqs:us-east-1:123456789012:*" is everything of its kind; name what it is, as far as a * at its end
            ["sqs:SendMessage"]      | ["arn:aws:sqs:us-east-1:*:jobs"]          | resources[0]: "arn:aws:sqs:us-east-1:*:jobs" is no ARN of one account; write one such as arn:aws:ses:us-east-1:123456789012:identity/example.com
            ["s3:GetObject"]         | ["arn:aws:s3:::*"]                        | resources[0]: "arn:aws:s3:::*" is everything of its kind; name what it is, as far as a * at its end
            ["s3:GetObject"]         | [bucket/file]                             | resources[0]: "bucket/file" is no ARN of one account; write one such as arn:aws:s3:::bucket/*
            ["sts:AssumeRole"]       | ["role/deploy-*"]                         | resources[0]: "role/deploy-*": roles are taken by their whole names; leave out the wildcard
            """)
    void whatIsNotNarrowIsRefused(String actions, String resources, String problem) {
        assertThat(problems(stack("actions: %s, resources: %s".formatted(actions, resources))))
                .containsExactly(AT + problem);
    }

    @Test
    void conditionsSayWhatMustBe() {
        assertThat(problems(stack("actions: [ses:SendEmail], resources: [identity/a.com],"
                        + " conditions: [{ test: StringNotEquals, key: 'ses:FromAddress', value: a }]")))
                .containsExactly(
                        AT + "conditions[0].test: \"StringNotEquals\": write a condition operator that says what"
                                + " must be, such as StringEquals");
    }

    @Test
    void aPrivateNetworkGetsTheEndpoint() {
        var stack = Stacks.of("staging")
                .with("network", "{ privateEndpoints: true }")
                .with(
                        "services",
                        "{ app: { image: app:1, permissions: [{ actions: [ses:SendEmail], resources: [identity/a.com] }] } }");

        assertThat(stack.record().ofType("aws:ec2/vpcEndpoint:VpcEndpoint"))
                .extracting(Recorded::name)
                .contains("network-email")
                .doesNotHaveDuplicates();
    }

    @Test
    void whatHasNoKnownEndpointIsRefusedInAPrivateNetwork() {
        assertThat(problems("groundwork:network: { privateEndpoints: true }\n"
                        + stack("actions: [polly:GetLexicon], resources: [lexicon/a]")))
                .containsExactly(
                        "services.app.permissions[0]: no endpoint is known here for \"polly\", and with"
                                + " network.privateEndpoints there is no other way to it; set network.privateEndpoints to false");
    }

    private static String stack(String permission) {
        return "groundwork:services: { app: { image: app:1, permissions: [{ %s }] } }".formatted(permission);
    }
}
