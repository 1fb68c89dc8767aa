package groundwork.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/**
 * Runs one command for each line of a file in one JVM, which starts once: a line is the file for what the command says,
 * and its arguments, with tabs between them. The policy pack's tests record all stacks with it.
 */
public final class ManyCommands {
    private ManyCommands() {}

    public static void main(String[] arguments) throws IOException {
        for (var line : Files.readAllLines(Path.of(arguments[0]))) {
            run(List.of(line.split("\t")));
        }
        System.exit(0);
    }

    private static void run(List<String> line) throws IOException {
        var command = line.subList(1, line.size()).toArray(String[]::new);
        var terminal = Terminal.of(new Properties(), Map.of());
        var errors = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        try (var out = new PrintWriter(Files.newBufferedWriter(Path.of(line.get(0))))) {
            int code = Groundwork.commandLine(terminal, command)
                    .setOut(out)
                    .setErr(errors)
                    .execute(command);
            errors.println(code + " " + Arrays.toString(command));
        }
    }
}
