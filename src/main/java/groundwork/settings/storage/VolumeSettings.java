package groundwork.settings.storage;

import groundwork.settings.links.Linkable;
import groundwork.settings.links.Offer;
import groundwork.settings.links.Reach;
import groundwork.settings.marks.Between;
import groundwork.settings.marks.Checked;
import groundwork.settings.marks.Matching;
import groundwork.settings.marks.Setting;
import groundwork.settings.problems.Problems;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;

/** An encrypted file system on EFS; whoever mounts it reads and writes as one user. */
public record VolumeSettings(
        @Setting(value = "POSIX user id of the access point", example = "65534") @Between(min = "0", max = "2147483647")
                int user,
        @Setting(value = "POSIX group id of the access point", example = "65534")
                @Between(min = "0", max = "2147483647")
                int group,
        @Setting(
                        value = "Move unread files to Infrequent Access after this time; 0 never does",
                        example = "30d",
                        cost = "about $0.30 a GB, and $0.016 after it")
                @Between(min = "0s", max = "365d")
                Duration infrequentAfter,
        @Setting(value = "A daily backup by AWS, kept for 35 days", example = "true", cost = "about $0.05 a GB")
                boolean backups,
        @Setting(value = Linkable.PROTECT, example = "false") Optional<Boolean> protect,
        @Setting(value = Linkable.RENAMED_FROM, example = "app")
                @Matching(value = Linkable.NAME, says = Linkable.NAME_SAYS)
                Optional<String> renamedFrom)
        implements Checked, Linkable {
    private static final Set<Long> DAYS = Set.of(0L, 1L, 7L, 14L, 30L, 60L, 90L, 180L, 270L, 365L);

    @Override
    public Reach reach() {
        return Reach.VPC;
    }

    @Override
    public boolean isBackedUp() {
        return true;
    }

    /** Services mount it; they link to it for nothing. */
    @Override
    public SortedSet<Offer> offers() {
        return Offer.all();
    }

    @Override
    public void check(Problems problems) {
        problems.at("infrequentAfter")
                .unless(
                        infrequentAfter.toHours() % 24 == 0 && DAYS.contains(infrequentAfter.toDays()),
                        "EFS accepts 0s, 1d, 7d, 14d, 30d, 60d, 90d, 180d, 270d or 365d");
    }
}
