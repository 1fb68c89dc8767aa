package groundwork.settings.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ReferenceFileTest {
    @ParameterizedTest
    @MethodSource("groundwork.settings.reference.ReferenceFile#all")
    void fileIsCurrent(ReferenceFile file) throws IOException {
        assertThat(Files.readString(Path.of(file.path())))
                .as("%s is out of date; refresh it with ./groundwork reference --write .", file.path())
                .isEqualTo(file.content());
    }
}
