package groundwork.offline.recording;

import static org.assertj.core.api.Assertions.assertThat;

import groundwork.offline.recording.Recorded.Dependencies;
import groundwork.offline.recording.Recorded.Options;
import groundwork.offline.recording.Recorded.Replacement;
import groundwork.simulated.Finding;
import groundwork.simulated.Place;
import groundwork.simulated.Wanted;
import groundwork.values.Secret;
import groundwork.values.Unknown;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class RecordingJsonTest {
    @Test
    void writesExactlyTheAgreedFieldsAndNoSecret() {
        var inputs = new TreeMap<String, Object>(Map.of("password", new Secret("hunter2"), "port", 5432L));
        var outputs = new TreeMap<String, Object>(Map.of("arn", Unknown.UNKNOWN));
        var dependsOn = new TreeMap<String, SortedSet<String>>(Map.of("port", new TreeSet<>(List.of("urn:other"))));
        var options = new Options(true, false, List.of("port"), List.of(), Replacement.USUAL, "", false);
        var resource = new Recorded(
                new Wanted("urn:db", "aws:rds/instance:Instance", "db", inputs, Place.in("us-east-1")),
                "",
                true,
                false,
                Optional.of("shop-db"),
                outputs,
                new Dependencies(new TreeSet<>(List.of("urn:other")), dependsOn),
                options);
        var refusal = new Finding("database-name", "urn:db", "aws:rds/instance:Instance", "db", "dbName", "is none");

        var json = RecordingJson.of(new Recording(
                "groundwork",
                "prod",
                List.of(resource),
                Map.of("host", "h"),
                List.of(refusal),
                List.of("careful"),
                List.of("fill in")));

        assertThat(json)
                .isEqualTo(
                        """
                        {
                          "project": "groundwork",
                          "stack": "prod",
                          "resources": [
                            {
                              "urn": "urn:db",
                              "type": "aws:rds/instance:Instance",
                              "name": "db",
                              "parent": "",
                              "custom": true,
                              "provider": "",
                              "id": "shop-db",
                              "inputs": {
                                "password": "[secret]",
                                "port": 5432
                              },
                              "outputs": {
                                "arn": "[unknown]"
                              },
                              "dependencies": [
                                "urn:other"
                              ],
                              "propertyDependencies": {
                                "port": [
                                  "urn:other"
                                ]
                              },
                              "protect": true,
                              "ignoreChanges": [
                                "port"
                              ]
                            }
                          ],
                          "outputs": {
                            "host": "h"
                          },
                          "problems": [
                            {
                              "path": "aws:rds/instance:Instance db · dbName",
                              "message": "is none"
                            }
                          ],
                          "warnings": [
                            "careful"
                          ],
                          "notes": [
                            "fill in"
                          ],
                          "policy": null
                        }""");
    }
}
