package groundwork.settings.reference;

/** What comes of a link, and what of it others can look up. */
final class LinkReference {
    static final String TEXT =
            """

            ## Links and endpoints

            A link `db` sets variables that start with `DB_`; `as` sets another start, `variables` further names. The first
            database that a service links to also sets `DATABASE_URL`, the first cache `REDIS_URL`. A link to a database with
            `access: read` uses the read replicas; it limits nothing inside the database, since every link signs in as the same
            user, who owns its tables.

            Endpoints are the stack output `endpoints` and parameters below `/system/stack/`, as `kind.name.key`:

            | Kind | Keys |
            | --- | --- |
            | `apps` | `id`, `url` |
            | `buckets` | `arn`, `name` |
            | `caches` | `host`, `port`, `secretArn` |
            | `cdn` | `bucket`, `distributionId`, `url` |
            | `cluster` | `name` |
            | `databases` | `host`, `name`, `pauseAfter`, `port`, `readHost`, `readSecretArn`, `secretArn`, `user` |
            | `queues` | `arn`, `deadLetterUrl`, `url` |
            | `repositories` | `url` |
            | `secrets` | `arn` |
            | `services` | `internalUrl`, `name`, `url` |
            | `tables` | `arn`, `name` |
            | `topics` | `arn` |
            | `volumes` | `fileSystemId` |

            `pauseAfter` (and the variable `DB_PAUSE_AFTER`) exists where Aurora pauses by itself: the seconds without a connection
            after which it does. A connection pool should close idle connections sooner, and open none in advance.
            `readHost` and `readSecretArn` exist with read replicas, `url` of a service with routes, `internalUrl` where
            another service links to it. The keys `arn` and `secretArn` of secrets name where a value is kept; no endpoint
            holds one.
            """;

    private LinkReference() {}
}
