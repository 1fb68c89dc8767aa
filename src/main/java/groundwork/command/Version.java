package groundwork.command;

import java.util.Optional;
import picocli.CommandLine.IVersionProvider;

/** The version in the jar's manifest. */
final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
        var version = Optional.ofNullable(Groundwork.class.getPackage().getImplementationVersion());
        return new String[] {"groundwork " + version.orElse("in development")};
    }
}
