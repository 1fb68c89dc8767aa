package groundwork.data.postgres;

import com.google.gson.Gson;
import com.pulumi.aws.rds.SubnetGroup;
import com.pulumi.aws.rds.SubnetGroupArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.Resource;
import groundwork.base.Component;
import groundwork.base.RandomPassword;
import groundwork.links.Egress;
import groundwork.network.Network;
import groundwork.network.SecurityGroup;
import groundwork.plan.names.NameRule;
import groundwork.plan.names.Names;
import groundwork.plan.network.SubnetPlan.Tier;
import groundwork.secrets.SecretContent;
import groundwork.secrets.Stored;
import groundwork.settings.data.DatabaseNames;
import groundwork.settings.data.DatabaseSettings;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Who can get to a PostgreSQL server and with what: its subnets, its security group, its password. */
final class PostgresAccess {
    private static final int PORT = 5432;
    private static final int PASSWORD_LENGTH = 32;

    private final Component database;
    private final DatabaseSettings settings;
    private final SubnetGroup subnets;
    private final SecurityGroup group;
    private final RandomPassword password;

    PostgresAccess(Component database, DatabaseSettings settings, Network network) {
        this.database = database;
        this.settings = settings;
        subnets = createSubnets(network);
        group = new SecurityGroup("access", "Who may connect to " + database.name(), network.vpcId(), database);
        password = new RandomPassword(database.child("password"), PASSWORD_LENGTH, database.options());
    }

    /** What AWS Backup is told, so that a restored copy is beside the database, behind its security group. */
    Output<Map<String, String>> restoredBeside(Map<String, String> others) {
        return Output.tuple(subnetGroup(), group.id()).applyValue(known -> {
            var all = new TreeMap<>(others);
            all.put("dbSubnetGroupName", known.t1);
            all.put("vpcSecurityGroupIds", new Gson().toJson(List.of(known.t2)));
            return all;
        });
    }

    Output<String> subnetGroup() {
        return subnets.name();
    }

    Output<List<String>> securityGroups() {
        return group.id().applyValue(List::of);
    }

    Output<String> password() {
        return password.result();
    }

    /** The group's id differs from one life of the stack to the next, so that last snapshots never collide. */
    Output<String> lastSnapshot() {
        var name = database.stack().names().of(NameRule.DATABASE, database.name(), "last");
        return group.id().applyValue(id -> name + "-" + Names.hash(id));
    }

    /** Keeps the complete URL in a secret, once the server's address is known. */
    PostgresAddress publish(Output<String> host, List<? extends Resource> servers, Optional<PostgresAddress> reading) {
        var secret = settings.urlSecret(database.name());
        var url = url("url", secret, "The complete URL of " + database.name(), host);
        return address(host, url, servers, reading);
    }

    PostgresAddress publishForReading(Output<String> host, List<? extends Resource> servers) {
        var secret = DatabaseNames.readSecret(database.name());
        var url = url("read-url", secret, "The complete URL of what reads of " + database.name() + " go to", host);
        return address(host, url, servers, Optional.empty());
    }

    private PostgresAddress address(
            Output<String> host, Stored url, List<? extends Resource> servers, Optional<PostgresAddress> reading) {
        return new PostgresAddress(
                host,
                Egress.to(group.id(), PORT),
                settings.name(),
                settings.user(),
                settings.pause(),
                url,
                servers,
                reading);
    }

    private Stored url(String suffix, String name, String description, Output<String> host) {
        var url = Output.tuple(host, password.result())
                .applyValue(known -> "postgresql://%s:%s@%s:%d/%s?sslmode=require"
                        .formatted(settings.user(), known.t2, known.t1, PORT, settings.name()));
        return Stored.create(settings.secretStore(), suffix, name, description, SecretContent.of(url), database);
    }

    private SubnetGroup createSubnets(Network network) {
        return new SubnetGroup(
                database.child("subnets"),
                SubnetGroupArgs.builder()
                        .name(database.stack().names().of(NameRule.SUBNET_GROUP, database.name()))
                        .description("Isolated subnets for " + database.name())
                        .subnetIds(network.subnets(Tier.ISOLATED))
                        .build(),
                database.keepingNames("name", "description").build());
    }
}
