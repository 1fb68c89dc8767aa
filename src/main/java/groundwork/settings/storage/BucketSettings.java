package groundwork.settings.storage;

import groundwork.settings.links.LinkSettings.Access;
import groundwork.settings.links.Linkable;
import groundwork.settings.links.Offer;
import groundwork.settings.marks.Between;
import groundwork.settings.marks.Matching;
import groundwork.settings.marks.Setting;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;

/** A private, encrypted bucket. */
public record BucketSettings(
        @Setting(
                        value = "Keep earlier versions of every object",
                        example = "true",
                        cost = "about $0.023 a GB of earlier versions")
                boolean versioning,
        @Setting(value = "Delete objects after this time", example = "90d") @Between(min = "1d", max = "3650d")
                Optional<Duration> expiry,
        @Setting(value = "Sites whose pages may call it", example = "[https://example.com]")
                @Matching(value = "https?://[^/\\s*]+", says = "an exact origin such as https://example.com")
                List<String> cors)
        implements Linkable {

    @Override
    public SortedSet<Offer> offers() {
        return Offer.all(Offer.NAME, Offer.REGION);
    }

    @Override
    public Set<Access> accesses() {
        return EnumSet.of(Access.READ, Access.WRITE, Access.READ_WRITE);
    }
}
