package groundwork.settings.edge;

import groundwork.settings.marks.Between;
import groundwork.settings.marks.Checked;
import groundwork.settings.marks.Matching;
import groundwork.settings.marks.Setting;
import groundwork.settings.marks.Short;
import groundwork.settings.problems.Problems;
import java.time.Duration;
import java.util.List;

/** Which other sites' pages may read the answers. */
@Short("origins")
public record CorsSettings(
        @Setting(value = "Access-Control-Allow-Origin", example = "[https://example.com]")
                @Matching(value = "https?://[^/\\s*@]+", says = "an exact origin such as https://example.com")
                List<String> origins,
        @Setting(value = "Access-Control-Allow-Methods", example = "[GET, HEAD]")
                @Matching(value = "GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS", says = "an HTTP method in capital letters")
                List<String> methods,
        @Setting(value = "Access-Control-Allow-Headers", example = "[Content-Type, Authorization]")
                @Matching(value = "[A-Za-z0-9-]+", says = "the name of a header")
                List<String> headers,
        @Setting(value = "Access-Control-Allow-Credentials", example = "true") boolean credentials,
        @Setting(value = "Access-Control-Max-Age", example = "1h") @Between(min = "0s", max = "1d") Duration maxAge)
        implements Checked {

    /** For those who can answer with one name alone. */
    public void checkIsForOne(Problems problems, String who) {
        problems.at("origins")
                .unless(
                        origins.size() <= 1,
                        "%d origins: %s can send only one; let the services answer for several",
                        origins.size(),
                        who);
    }

    @Override
    public void check(Problems problems) {
        problems.at("origins").unless(!origins.isEmpty(), "allows no origin; list one, or remove cors");
    }
}
