package groundwork.command;

import groundwork.settings.Reading;
import groundwork.settings.Settings;
import groundwork.settings.problems.PathOrder;
import groundwork.settings.reader.Effective;
import java.io.PrintWriter;
import java.util.TreeMap;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Prints what holds in the end, and why. */
@Command(
        name = "settings",
        mixinStandardHelpOptions = true,
        description = "Shows every effective value of a stack and where it came from.")
final class SettingsCommand implements Runnable {
    private static final int WIDEST_VALUE = 40;

    @Mixin
    private StackSelection selection;

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        var reading = Settings.read(selection.configuration());
        print(reading, spec.commandLine().getOut());
        reading.warnings().forEach(warning -> spec.commandLine().getErr().println("warning: " + warning));
    }

    private static void print(Reading reading, PrintWriter out) {
        var effective = new TreeMap<String, Effective>(PathOrder.BY_STEP);
        effective.putAll(reading.effective());
        int path = effective.keySet().stream().mapToInt(String::length).max().orElse(1);
        int value = effective.values().stream()
                .mapToInt(each -> each.value().length())
                .filter(length -> length <= WIDEST_VALUE)
                .max()
                .orElse(0);
        var row = "%-" + path + "s  %-" + Math.max(value, 1) + "s  %s%n";
        effective.forEach((key, each) -> out.printf(row, key, each.value(), each.origin()));
        out.flush();
    }
}
