package groundwork.settings.storage;

import groundwork.settings.links.LinkSettings.Access;
import groundwork.settings.links.Linkable;
import groundwork.settings.links.Offer;
import groundwork.settings.links.Reach;
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
        @Setting(value = "Object versioning", example = "true", cost = "about $0.023 a GB of noncurrent versions")
                boolean versioning,
        @Setting(value = "Expiration of objects", example = "90d") @Between(min = "1d", max = "3650d")
                Optional<Duration> expiry,
        @Setting(value = "Allowed CORS origins", example = "[https://example.com]")
                @Matching(value = "https?://[^/\\s*@]+", says = "an exact origin such as https://example.com")
                List<String> cors,
        @Setting(value = Linkable.PROTECT, example = "false") Optional<Boolean> protect,
        @Setting(value = Linkable.RENAMED_FROM, example = "app")
                @Matching(value = Linkable.NAME, says = Linkable.NAME_SAYS)
                Optional<String> renamedFrom)
        implements Linkable {

    @Override
    public Reach reach() {
        return Reach.aws("s3");
    }

    /** AWS Backup copies only buckets that keep versions. */
    @Override
    public boolean isBackedUp() {
        return versioning;
    }

    @Override
    public SortedSet<Offer> offers() {
        return Offer.all(Offer.NAME, Offer.REGION);
    }

    @Override
    public Set<Access> accesses() {
        return EnumSet.of(Access.READ, Access.WRITE, Access.READ_WRITE);
    }
}
