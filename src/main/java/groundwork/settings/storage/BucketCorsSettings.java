package groundwork.settings.storage;

import groundwork.settings.marks.Between;
import groundwork.settings.marks.Checked;
import groundwork.settings.marks.Matching;
import groundwork.settings.marks.Setting;
import groundwork.settings.marks.Short;
import groundwork.settings.problems.Problems;
import java.time.Duration;
import java.util.List;

/** Which sites' pages may call a bucket with a presigned URL. */
@Short("origins")
public record BucketCorsSettings(
        @Setting(value = "Access-Control-Allow-Origin", example = "[https://example.com]")
                @Matching(value = "https?://[^/\\s*@]+", says = "an exact origin such as https://example.com")
                List<String> origins,
        @Setting(value = "Access-Control-Allow-Methods", example = "[GET, PUT]")
                @Matching(value = "GET|HEAD|POST|PUT|DELETE", says = "one of GET, HEAD, POST, PUT, DELETE")
                List<String> methods,
        @Setting(value = "Access-Control-Allow-Headers; * is every header", example = "[Content-Type]")
                @Matching(value = "\\*|[A-Za-z0-9-]+", says = "the name of a header, or *")
                List<String> headers,
        @Setting(value = "Access-Control-Expose-Headers", example = "[ETag]")
                @Matching(value = "[A-Za-z0-9-]+", says = "the name of a header")
                List<String> expose,
        @Setting(value = "Access-Control-Max-Age", example = "1h") @Between(min = "0s", max = "1d") Duration maxAge)
        implements Checked {

    @Override
    public void check(Problems problems) {
        problems.at("origins").unless(!origins.isEmpty(), "allows no origin; list one, or remove cors");
        problems.at("methods").unless(!methods.isEmpty(), "allows no method; list one, or remove cors");
    }
}
