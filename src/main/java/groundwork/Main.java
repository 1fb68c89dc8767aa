package groundwork;

import com.pulumi.Pulumi;
import com.pulumi.exceptions.RunException;
import groundwork.settings.entry.Reading;
import groundwork.settings.entry.Settings;
import groundwork.settings.problems.SettingsException;
import groundwork.settings.source.Configuration;
import groundwork.settings.source.PulumiConfig;
import java.util.logging.LogManager;

/** The entry point that the Pulumi engine runs. */
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        Pulumi.run(context -> Topology.build(context, read(PulumiConfig.of(context))));
    }

    /**
     * The engine shows only the message of a RunException, but the stack trace of any other exception. The SDK would
     * repeat the message on standard error, which the engine shows too.
     */
    private static Reading read(Configuration configuration) {
        try {
            return Settings.read(configuration);
        } catch (SettingsException invalid) {
            LogManager.getLogManager().reset();
            throw new RunException(invalid.getMessage());
        }
    }
}
