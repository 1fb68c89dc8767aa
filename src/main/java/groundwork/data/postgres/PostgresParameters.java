package groundwork.data.postgres;

import groundwork.settings.data.DatabaseSettings;
import java.util.LinkedHashMap;
import java.util.Map;

/** What PostgreSQL is told in its parameter group, be it an instance's or a cluster's. */
final class PostgresParameters {
    private PostgresParameters() {}

    static Map<String, String> of(DatabaseSettings settings) {
        var parameters = new LinkedHashMap<String, String>();
        parameters.put("rds.force_ssl", "1");
        if (settings.logs().connections()) {
            parameters.put("log_connections", "1");
            parameters.put("log_disconnections", "1");
        }
        var slow = settings.logs().slowStatements();
        if (!slow.isZero()) {
            parameters.put("log_min_duration_statement", String.valueOf(slow.toMillis()));
        }
        return parameters;
    }
}
