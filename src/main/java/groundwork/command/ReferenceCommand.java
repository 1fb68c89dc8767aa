package groundwork.command;

import groundwork.settings.reference.ReferenceFile;
import groundwork.simulated.checks.ConstraintTable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Shows all settings, generated from the settings records, or writes them as files after a change of the records. */
@Command(
        name = "reference",
        mixinStandardHelpOptions = true,
        description = "Shows every setting there is; with --write, writes the reference and the schema of stack files.")
final class ReferenceCommand implements Callable<Integer> {
    @Option(
            names = "--write",
            paramLabel = "DIRECTORY",
            description =
                    "Write docs/options.md, docs/constraints.md and schema/stack.schema.json below it, and print nothing"
                            + " else.")
    private Path directory;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        var out = spec.commandLine().getOut();
        if (directory == null) {
            out.print(ReferenceFile.options().content());
            spec.commandLine().getErr().println("groundwork: nothing is written; --write . writes the files");
            return 0;
        }
        for (var file : files()) {
            file.writeBelow(directory);
            out.println("wrote " + directory.resolve(file.path()).normalize());
        }
        return 0;
    }

    private static List<ReferenceFile> files() {
        return Stream.concat(
                        ReferenceFile.all().stream(),
                        Stream.of(new ReferenceFile(ConstraintTable.PATH, ConstraintTable.text())))
                .toList();
    }
}
