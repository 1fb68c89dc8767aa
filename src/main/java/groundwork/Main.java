package groundwork;

import com.pulumi.Pulumi;
import com.pulumi.exceptions.RunException;
import groundwork.settings.Reading;
import groundwork.settings.Settings;
import groundwork.settings.problems.SettingsException;
import groundwork.settings.source.Configuration;
import groundwork.settings.source.PulumiConfig;

/** What the Pulumi engine runs. */
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        Pulumi.run(context -> Topology.build(context, read(PulumiConfig.of(context))));
    }

    /** Of a RunException the engine shows the message alone, of any other the stack trace too. */
    private static Reading read(Configuration configuration) {
        try {
            return Settings.read(configuration);
        } catch (SettingsException invalid) {
            throw new RunException(invalid.getMessage());
        }
    }
}
