package groundwork.data;

import groundwork.base.Site;
import groundwork.data.postgres.AuroraPostgres;
import groundwork.data.postgres.PostgresInstance;
import groundwork.network.Network;
import groundwork.settings.data.DatabaseSettings;

/** The database that the stack file asks for. */
public final class Databases {
    private Databases() {}

    public static Database create(String name, DatabaseSettings settings, Network network, Site site) {
        return switch (settings.engine()) {
            case POSTGRES -> new PostgresInstance(name, settings, network, site);
            case AURORA_POSTGRES -> new AuroraPostgres(name, settings, network, site);
        };
    }
}
