package groundwork.settings.problems;

import static org.assertj.core.api.Assertions.assertThat;

import groundwork.Rows;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CredentialsTest {
    @Rows(
            """
            https://me:hunter2@example.com/a        | https://…@example.com/a
            https://me:hun/ter@2@example.com        | https://…@example.com
            "me:hunter2@example.com": write a host  | "…@example.com": write a host
            psql --password hunter2 -h db           | psql --password … -h db
            DB_PASSWORD=hunter2 psql                | DB_PASSWORD=… psql
            api_key: sk_live_abc123                 | api_key: …
            -----BEGIN RSA PRIVATE KEY----- MIIE    | …
            """)
    void areMasked(String text, String masked) {
        assertThat(Credentials.masked(text)).isEqualTo(masked);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "shop/app:1.4.2@sha256:0123abcd",
                "\"shop/app:1.4@sha256:0123abcd\": write name:tag",
                "https://example.com:8080/a, or ops@example.com",
                "arn:aws:secretsmanager:us-east-1:123456789012:secret:shop/prod/db",
                "services.app.image: \"App\": write name:tag"
            })
    void otherTextsStayAsTheyAre(String text) {
        assertThat(Credentials.masked(text)).isEqualTo(text);
    }
}
