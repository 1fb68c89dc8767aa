package groundwork.data.postgres;

import com.pulumi.core.Output;
import groundwork.base.Component;
import groundwork.base.StackContext;
import groundwork.data.Database;
import groundwork.links.Connection;
import groundwork.network.Network;
import groundwork.plan.data.CareHours;
import groundwork.plan.data.DatabasePlan;
import groundwork.plan.names.NameRule;
import groundwork.settings.data.DatabaseSettings;
import groundwork.settings.links.LinkSettings.Access;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What PostgreSQL is from outside, whatever it runs on: who gets to it, when it is cared for, where it answers. */
abstract class Postgres extends Component implements Database {
    static final String AUTHORITY = "rds-ca-rsa2048-g1";
    static final int DAYS_OF_INSIGHTS = 7;

    /** Whatever outlives its version's support is upgraded, rather than kept at twice the price. */
    static final String STANDARD_SUPPORT_ONLY = "open-source-rds-extended-support-disabled";

    final DatabaseSettings settings;
    final CareHours hours;
    final List<String> zones;
    final String identifier;
    final PostgresAccess access;

    /** One type for both engines: what surrounds the server stays when another engine takes its place. */
    Postgres(String name, DatabasePlan plan, Network network, StackContext stack) {
        super("data:Postgres", name, stack);
        settings = plan.settings();
        hours = plan.hours();
        zones = plan.zones();
        identifier = stack.names().of(NameRule.DATABASE, name);
        access = new PostgresAccess(this, settings, network);
    }

    final boolean isProtected() {
        return stack().protects(settings.protect());
    }

    abstract PostgresAddress address();

    @Override
    public final DatabaseSettings settings() {
        return settings;
    }

    @Override
    public final Connection connect(Optional<Access> access) {
        return address().connection(access);
    }

    @Override
    public final Map<String, Output<String>> endpoint() {
        return address().endpoint();
    }

    /** It has the family in it, so that the next major version's group can exist beside it. */
    final String parameterGroup(String family) {
        return stack().names().of(NameRule.PARAMETER_GROUP, name(), family);
    }
}
