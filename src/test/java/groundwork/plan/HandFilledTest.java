package groundwork.plan;

import static org.assertj.core.api.Assertions.assertThat;

import groundwork.Stacks;
import groundwork.report.TopologyText;
import org.junit.jupiter.api.Test;

class HandFilledTest {
    @Test
    void saysWhatWaitsForWhichSecretAndTheCommandThatFillsItIn() {
        var recording = Stacks.of("production")
                .with("network", "{ nat: none }")
                .with("services", "{ app: { links: [stripe, mongo, made] }, other: { links: [stripe] } }")
                .with(
                        "secrets",
                        "{ stripe: { keys: [b, a] }, url: { byHand: true, store: parameter-store, name: MONGO_URI },"
                                + " spare: { byHand: true }, made: { generate: 20 } }")
                .with("externals", "{ mongo: { host: a.example.com, secret: url } }")
                .record();

        assertThat(recording.notes())
                .containsExactly(
                        "secrets.spare has no value until it is filled in: aws secretsmanager put-secret-value --secret-id"
                                + " /shop/test/spare --secret-string '…'",
                        "secrets.stripe has no value until it is filled in, and no task of services.app, services.other starts"
                                + " before: aws secretsmanager put-secret-value --secret-id /shop/test/stripe --secret-string"
                                + " '{\"a\": \"…\", \"b\": \"…\"}'",
                        "secrets.url has no value until it is filled in, and no task of services.app starts before: aws ssm"
                                + " put-parameter --type SecureString --key-id alias/shop-test --name /shop/test/MONGO_URI"
                                + " --value '…'");
        assertThat(TopologyText.of(recording))
                .contains("note: " + recording.notes().get(0));
    }

    @Test
    void saysNothingOfWhatHasAValue() {
        var recording = Stacks.of("staging")
                .with("secrets", "{ made: { generate: 20 } }")
                .record();

        assertThat(recording.notes()).isEmpty();
    }
}
