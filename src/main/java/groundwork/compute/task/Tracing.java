package groundwork.compute.task;

import groundwork.settings.compute.ContainerSettings;
import groundwork.settings.compute.PublicImage;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The X-Ray daemon beside a task's main container. */
public final class Tracing {
    public static final String ADDRESS_VARIABLE = "AWS_XRAY_DAEMON_ADDRESS";
    public static final String ADDRESS = "127.0.0.1:2000";

    static final ContainerSettings DAEMON = new ContainerSettings(
            PublicImage.XRAY_DAEMON.toString(),
            List.of(),
            Optional.of(32),
            Optional.of(64),
            Optional.empty(),
            Map.of(),
            false,
            false);

    private Tracing() {}
}
