package groundwork.data.postgres;

import groundwork.base.StackContext;
import groundwork.data.Database;
import groundwork.network.Network;
import groundwork.settings.data.DatabaseSettings;

/** The database that the stack file asks for. */
public final class Databases {
    private Databases() {}

    public static Database create(String name, DatabaseSettings settings, Network network, StackContext stack) {
        return switch (settings.engine()) {
            case POSTGRES -> new PostgresInstance(name, settings, network, stack);
            case AURORA_POSTGRES -> new AuroraPostgres(name, settings, network, stack);
        };
    }
}
