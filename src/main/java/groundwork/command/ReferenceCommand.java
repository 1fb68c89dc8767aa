package groundwork.command;

import groundwork.settings.reference.ReferenceFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Writes the files that are made from the settings records; for those who change the records. */
@Command(
        name = "reference",
        mixinStandardHelpOptions = true,
        description =
                "Writes the schema of stack files and the reference of settings; for those who change the settings.")
final class ReferenceCommand implements Callable<Integer> {
    @Option(
            names = {"-C", "--cwd"},
            paramLabel = "DIRECTORY",
            defaultValue = ".",
            description = "Where to write, in place of the current directory.")
    private Path directory;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        for (var file : ReferenceFile.all()) {
            file.writeBelow(directory);
            spec.commandLine().getOut().println("wrote " + file.path());
        }
        return 0;
    }
}
