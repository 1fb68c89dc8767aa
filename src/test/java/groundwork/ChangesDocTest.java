package groundwork;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import groundwork.aws.PhysicalName;
import groundwork.offline.Ids;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** docs/changes.md says of each type with a name that exists once what becomes of it. */
class ChangesDocTest {
    private static final Pattern ROW =
            Pattern.compile("(?m)^\\| `([^`]+)` \\| (kept|versioned|in place|recreated) \\|");

    @Test
    void eachTypeWithANameOfItsOwnHasARow() throws IOException {
        var rows = ROW.matcher(Files.readString(Path.of("docs/changes.md")))
                .results()
                .map(row -> row.group(1))
                .toList();

        assertThat(rows).doesNotHaveDuplicates();
        assertThat(PhysicalName.all().stream()
                        .filter(name -> name.once().isPresent())
                        .map(PhysicalName::type)
                        .collect(toSet()))
                .isSubsetOf(rows);
    }

    /** A kept name is one whose changes are ignored; alerts and firewalls belong to no entry that could be renamed. */
    @Test
    void whatIsKeptIgnoresItsName() throws IOException {
        var kept = ROW.matcher(Files.readString(Path.of("docs/changes.md")))
                .results()
                .filter(row -> row.group(2).equals("kept"))
                .map(row -> row.group(1))
                .collect(toSet());
        var prod = Stacks.file("Pulumi.prod.yaml", Ids.KNOWN);

        assertThat(prod.resources().stream()
                        .filter(resource -> kept.contains(resource.type()))
                        .filter(resource -> resource.ignoreChanges().isEmpty())
                        .filter(resource -> !resource.name().matches("alerts-.*|.*firewall-.*"))
                        .map(resource -> resource.type() + " " + resource.name()))
                .isEmpty();
    }
}
