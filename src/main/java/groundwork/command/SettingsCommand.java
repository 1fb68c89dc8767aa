package groundwork.command;

import groundwork.report.SettingsText;
import groundwork.settings.entry.Settings;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Shows the effective settings, and where each value comes from. */
@Command(
        name = "settings",
        mixinStandardHelpOptions = true,
        description = "Shows every effective value of a stack and where it came from.")
final class SettingsCommand implements Callable<Integer> {
    @ParentCommand
    private Groundwork groundwork;

    @Mixin
    private StackSelection selection;

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "PATH",
            description = "Only settings at or below this path, as in services.app.",
            defaultValue = "")
    private String path;

    @Option(names = "--json", description = "Print the settings as JSON.")
    private boolean json;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        var out = spec.commandLine().getOut();
        var reading = Settings.read(selection.configuration());
        var text = SettingsText.of(reading, path);
        if (json) {
            out.println(groundwork.terminal().json(text.json()));
        } else {
            text.lines(groundwork.terminal().style()).forEach(out::println);
        }
        out.flush();
        reading.warnings().forEach(warning -> spec.commandLine().getErr().println("warning: " + warning));
        return 0;
    }
}
