package groundwork.settings.rules;

import groundwork.settings.data.DatabaseSettings;
import groundwork.settings.reader.Found;
import groundwork.settings.units.InstanceMemory;

/** What is asked of a database goes together with what is asked of the stack. */
final class DatabaseRules {
    private final Draft draft;

    DatabaseRules(Draft draft) {
        this.draft = draft;
    }

    void check() {
        draft.settings().databases().forEach((name, database) -> {
            if (draft.isSound("databases", name) && draft.isSound("officeHours")) {
                canBeStoppedAtNight(name, database);
            }
            if (draft.isSound("databases", name) && draft.isSound("observability")) {
                connectionsCanBeCounted(database);
            }
        });
    }

    private void canBeStoppedAtNight(String name, DatabaseSettings database) {
        boolean rests = draft.settings()
                .officeHours()
                .filter(hours -> hours.databases())
                .isPresent();
        draft.at("databases", name, "replicas")
                .unless(
                        !rests || database.isAurora() || database.readers() == 0,
                        "AWS stops no instance that has replicas; set officeHours.databases to false, or replicas to 0");
    }

    private void connectionsCanBeCounted(DatabaseSettings database) {
        var alarms = draft.settings().observability().alarms();
        draft.at("observability", "alarms", "databaseConnectionShare")
                .unless(
                        alarms.databaseConnectionShare().isEmpty()
                                || database.isAurora()
                                || InstanceMemory.gibibytes(database.instanceClass())
                                        .isPresent(),
                        "how many connections %s takes is not known here; give databaseConnections in its place",
                        Found.quoted(database.instanceClass()));
    }
}
