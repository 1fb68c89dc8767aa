package groundwork.settings.service;

import groundwork.aws.ListenerLimits;
import groundwork.settings.marks.Between;
import groundwork.settings.marks.Checked;
import groundwork.settings.marks.Matching;
import groundwork.settings.marks.Setting;
import groundwork.settings.marks.Short;
import groundwork.settings.problems.Problems;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;

/** Requests by path, and by host where one is named. */
@Short("path")
public record RouteSettings(
        @Setting(
                        value = "Path pattern, with * as wildcard",
                        example = "/api/*",
                        cost = "nothing by itself; the first route of a stack creates the load balancer")
                @Matching(
                        value = "(?=.{1,128}$)/[\\w.~$&@:*?+-]*(/[\\w.~$&@:*?+-]*)*",
                        says = "a path pattern of up to 128 characters that starts with /")
                String path,
        @Setting(value = "Host name, with * as wildcard", example = "api.example.com")
                @Matching(
                        value = "(?=.{1,128}$)(\\*\\.)?([a-z0-9-]+\\.)+[a-z]{2,}",
                        says = "a lower-case host name of up to 128 characters, optionally with the prefix *.")
                Optional<String> host,
        @Setting(value = "Sticky sessions: lifetime of the cookie", example = "1d") @Between(min = "1s", max = "7d")
                Optional<Duration> sticky)
        implements Checked {

    @Override
    public void check(Problems problems) {
        long wildcards = ListenerLimits.wildcards(Stream.concat(Stream.of(path), host.stream()));
        problems.at("path")
                .unless(
                        wildcards <= ListenerLimits.WILDCARDS_OF_A_RULE,
                        "%d wildcards with those of the host: a listener rule takes %d; write fewer",
                        wildcards,
                        ListenerLimits.WILDCARDS_OF_A_RULE);
    }
}
