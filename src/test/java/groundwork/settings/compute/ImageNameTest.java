package groundwork.settings.compute;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ImageNameTest {
    @ParameterizedTest
    @CsvSource({
        "web,                              ,                     web,      ''",
        "web:1.0.0,                        ,                     web,      :1.0.0",
        "web@sha256:abc,                   ,                     web,      @sha256:abc",
        "web:1.0.0@sha256:abc,             ,                     web,      :1.0.0@sha256:abc",
        "tools/web:1.0.0@sha256:abc,       ,                     tools/web, :1.0.0@sha256:abc",
        "reg.example.com:5000/web:1@sha256:abc, reg.example.com:5000, web, :1@sha256:abc"
    })
    void namesARepositoryAndWhatIsTakenFromIt(String text, String registry, String repository, String tag) {
        var image = ImageName.parse(text);
        assertThat(image.registry().orElse(null)).isEqualTo(registry);
        assertThat(image.repository()).isEqualTo(repository);
        assertThat(image.tag()).isEqualTo(tag);
    }
}
