package groundwork.settings.rules;

import static groundwork.settings.StackText.problems;
import static groundwork.settings.StackText.warnings;
import static org.assertj.core.api.Assertions.assertThat;

import groundwork.Rows;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IdleRulesTest {
    @Rows(
            """
            databases: { db: { capacity: { max: 2 } } }                                        | databases.db.capacity: does nothing: an RDS instance has instanceClass instead; this applies to engine: aurora-postgres
            databases: { db: { engine: aurora-postgres, instanceClass: db.t4g.micro } }        | databases.db.instanceClass: does nothing: Aurora Serverless v2 scales by capacity, and its storage grows automatically
            databases: { db: { engine: aurora-postgres, storage: 30GB } }                      | databases.db.storage: does nothing: Aurora Serverless v2 scales by capacity, and its storage grows automatically
            databases: { db: { engine: aurora-postgres, capacity: { min: 1, pauseAfter: 9m } } } | databases.db.capacity.pauseAfter: does nothing: auto-pause needs capacity.min: 0
            observability: { alarms: { databaseConnections: 9, databaseConnectionShare: 80% } } | observability.alarms.databaseConnections: does nothing: databaseConnectionShare replaces it
            observability: { alarms: { enabled: false, email: [a@example.com] } }              | observability.alarms.email: does nothing: there are no alarms; set enabled: true
            monitoring: { prometheus: false, grafana: false }                                  | monitoring: does nothing with both off; turn on prometheus or grafana, or remove it
            backup: {}                                                                         | backup: does nothing: the stack has no data that AWS Backup copies
            services: { app: { port: 80, health: /up } }                                       | services.app.health: does nothing: only the load balancer asks for it, and the service has no routes; use health.container
            services: { app: { port: 80, health: { grace: 2m, container: "true" } } }          | services.app.health: grace: does nothing: only the load balancer asks for it, and the service has no routes; use health.container
            services: { app: { discovery: back } }                                             | services.app.discovery: does nothing: only a service with a port has a name inside the VPC; set port
            observability: { logs: 45d }                                                       | observability.logs: CloudWatch has no such retention; 60d is used; write that
            """)
    void whatDoesNothingIsWarnedOf(String setting, String warning) {
        assertThat(warnings("groundwork:" + setting)).contains(warning);
    }

    @Rows(
            """
            backup: { every: month, keep: 7d } | backup.keep: each recovery point expires before the next is created; set at least 31d
            backup: { copyTo: us-west-3 }      | backup.copyTo: us-west-3 is not a region known to groundwork; check that AWS has it
            """)
    void oddCopiesAreWarnedOf(String setting, String warning) {
        assertThat(warnings("groundwork:databases: { db: {} }\ngroundwork:" + setting))
                .containsExactly(warning);
    }

    @Rows(
            """
            queues: { jobs: { visibility: 5m, retention: 5m } }          | queues.jobs.visibility: longer than the retention, so hidden messages would be deleted; set a shorter visibility, or a longer retention
            network: { zones: 3, zoneNames: [us-east-1a, us-east-1b] }   | network.zones: 3, but zoneNames lists 2; remove one of the two
            secretPath: aws/shop                                         | secretPath: "aws/shop": Parameter Store reserves names that start with aws or ssm; choose another prefix
            system: ssmart                                               | system: "ssmart": Parameter Store reserves names that start with aws or ssm; set secretPath, or choose another name
            provider: { tags: { Owner: me } }                            | provider.tags.Owner: groundwork sets this tag itself; choose another key
            provider: { tags: { team: a;b } }                            | provider.tags.team: "a;b": write up to 256 letters, digits, spaces or any of _.:/=+-@
            observability: { alarms: { cpu: 0% } }                       | observability.alarms.cpu: "0%" is out of range: write a percentage such as 50%, from 1% to 100%
            """)
    void whatCannotBeIsRefused(String setting, String problem) {
        assertThat(problems("groundwork:" + setting)).containsExactly(problem);
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "2, 0"})
    void losingTheOnlyZoneIsRefused(int zones, int problems) {
        assertThat(problems(
                        """
                        groundwork:network: { zones: %d }
                        groundwork:services: { app: {} }
                        groundwork:chaos: { experiments: [lose-zone] }
                        """
                                .formatted(zones)))
                .hasSize(problems);
    }
}
