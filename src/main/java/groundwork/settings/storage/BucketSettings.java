package groundwork.settings.storage;

import groundwork.aws.StorageClass;
import groundwork.settings.links.LinkSettings.Access;
import groundwork.settings.links.Linkable;
import groundwork.settings.links.Offer;
import groundwork.settings.links.Reach;
import groundwork.settings.marks.Between;
import groundwork.settings.marks.Checked;
import groundwork.settings.marks.Matching;
import groundwork.settings.marks.Setting;
import groundwork.settings.problems.Problems;
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
        @Setting(
                        value = "How long a noncurrent version is kept after an object is overwritten or deleted",
                        example = "30d",
                        cost = "about $0.023 a GB")
                @Between(min = "1d", max = "3650d")
                Duration noncurrent,
        @Setting(value = "Expiration of objects", example = "90d") @Between(min = "1d", max = "3650d")
                Optional<Duration> expiry,
        @Setting(
                        value = "Moves objects to cheaper storage classes, in this order",
                        example = "[{ to: standard-ia, after: 30d }, { to: glacier-ir, after: 90d }]")
                List<TransitionSettings> transitions,
        @Setting("CORS, for pages that upload and download with presigned URLs") Optional<BucketCorsSettings> cors,
        @Setting(value = Linkable.PROTECT, example = "false") Optional<Boolean> protect,
        @Setting(value = Linkable.RENAMED_FROM, example = "app")
                @Matching(value = Linkable.NAME, says = Linkable.NAME_SAYS)
                Optional<String> renamedFrom)
        implements Checked, Linkable {

    /** How long versions are kept, where there are any. */
    public Optional<Duration> versions() {
        return Optional.of(noncurrent).filter(kept -> versioning);
    }

    @Override
    public void check(Problems problems) {
        for (int i = 1; i < transitions.size(); i++) {
            problems.at("transitions")
                    .at(i)
                    .unless(
                            transitions.get(i - 1).precedes(transitions.get(i)),
                            "S3 moves objects only down, from standard-ia to deep-archive, each time later, and on from standard-ia"
                                    + " after %d days; change to or after",
                            StorageClass.DAYS_IN_STANDARD_IA);
        }
        if (!transitions.isEmpty()) {
            var last = transitions.get(transitions.size() - 1).after();
            problems.at("expiry")
                    .unless(
                            expiry.filter(end -> end.compareTo(last) <= 0).isEmpty(),
                            "objects expire before the last transition; set a later expiry, or remove the transition");
        }
    }

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
