package groundwork.settings.text;

import static java.util.stream.Collectors.toUnmodifiableSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every YAML file of the repository is read as strictly as a stack file: no key stands in it twice. */
class RepositoryYamlTest {
    private static final Set<Path> BUILT = Stream.of(".git", "target", "policy/node_modules", "tools/engine/state")
            .map(Path::of)
            .collect(toUnmodifiableSet());

    @ParameterizedTest
    @MethodSource("files")
    void isReadStrictly(Path file) throws IOException {
        var text = Files.readString(file);
        assertThatCode(() -> YamlTree.parse(text, file.toString())).doesNotThrowAnyException();
    }

    @Test
    void workflowsStacksAndTablesAreAmongThem() throws IOException {
        assertThat(files())
                .contains(
                        Path.of(".github/workflows/deploy-service.yml"),
                        Path.of("Pulumi.prod.deploy.yaml"),
                        Path.of("stacks/lauv/Pulumi.prod.yaml"),
                        Path.of("src/main/resources/groundwork/defaults.yaml"))
                .hasSizeGreaterThan(40);
    }

    static List<Path> files() throws IOException {
        var found = new ArrayList<Path>();
        Files.walkFileTree(Path.of("."), new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                return BUILT.contains(folder.normalize()) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                if (file.toString().matches(".*\\.ya?ml")) {
                    found.add(file.normalize());
                }
                return FileVisitResult.CONTINUE;
            }
        });
        return found.stream().sorted().toList();
    }
}
