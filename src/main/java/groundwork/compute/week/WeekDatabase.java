package groundwork.compute.week;

import static java.util.Objects.requireNonNull;

import com.pulumi.core.Output;
import groundwork.permissions.Statement;
import groundwork.settings.data.DatabaseSettings;
import java.util.Map;
import java.util.TreeMap;

/** A database that rests at night, by its identifier in RDS. */
public record WeekDatabase(String name, DatabaseSettings settings, Output<String> identifier, Output<String> arn) {
    public WeekDatabase {
        requireNonNull(name, "name is null");
        requireNonNull(settings, "settings is null");
    }

    WeekCall stop() {
        return call("stop");
    }

    WeekCall start() {
        return call("start");
    }

    Statement permission() {
        return Statement.allow("rds:StartDB" + kind(), "rds:StopDB" + kind()).on(arn);
    }

    private WeekCall call(String verb) {
        return WeekCall.of(
                "rds:%sDB%s".formatted(verb, kind()),
                identifier.applyValue(known -> new TreeMap<>(Map.of("Db%sIdentifier".formatted(kind()), known))));
    }

    private String kind() {
        return settings.isAurora() ? "Cluster" : "Instance";
    }
}
