package groundwork.command;

import groundwork.report.SettingsText;
import groundwork.settings.entry.Settings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows the effective settings, and where each value comes from. */
@Command(
        name = "settings",
        mixinStandardHelpOptions = true,
        description = "Shows every effective value of a stack and where it came from.")
final class SettingsCommand extends StackCommand {
    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "PATH",
            description = "Only settings at or below this path, as in services.app.",
            defaultValue = "")
    private String path;

    @Option(names = "--json", description = "Print the settings as JSON.")
    private boolean json;

    @Override
    public Integer call() {
        var reading = Settings.read(selection.configuration());
        var text = SettingsText.of(reading, path);
        if (json) {
            printJson(text.json());
        } else {
            text.lines(groundwork.terminal().style()).forEach(out()::println);
        }
        out().flush();
        reading.warnings().forEach(warning -> err().println("warning: " + warning));
        return 0;
    }
}
