package groundwork.data.postgres;

import groundwork.base.StackContext;
import groundwork.data.Database;
import groundwork.network.Network;
import groundwork.plan.data.DatabasePlan;

/** The database that the stack file asks for. */
public final class Databases {
    private Databases() {}

    public static Database create(String name, DatabasePlan plan, Network network, StackContext stack) {
        return switch (plan.settings().engine()) {
            case POSTGRES -> new PostgresInstance(name, plan, network, stack);
            case AURORA_POSTGRES -> new AuroraPostgres(name, plan, network, stack);
        };
    }
}
