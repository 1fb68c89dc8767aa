package groundwork.settings.storage;

import groundwork.aws.StorageClass;
import groundwork.settings.marks.Between;
import groundwork.settings.marks.Checked;
import groundwork.settings.marks.Setting;
import groundwork.settings.problems.Problems;
import java.time.Duration;

/** When a bucket's objects move to a storage class that costs less to keep. */
public record TransitionSettings(
        @Setting(
                        value =
                                "Storage class; glacier and deep-archive have to be restored before a service can read them",
                        example = "standard-ia",
                        cost =
                                "a GB: $0.0125 standard-ia, $0.004 glacier-ir, $0.0036 glacier, $0.001 deep-archive; reading costs more")
                StorageClass to,
        @Setting(value = "Age of the objects", example = "30d") @Between(min = "1d", max = "3650d") Duration after)
        implements Checked {

    @Override
    public void check(Problems problems) {
        problems.at("after")
                .unless(
                        after.toDays() >= to.earliest(),
                        "S3 moves objects to this class after %d days at the earliest; set at least %dd",
                        to.earliest(),
                        to.earliest());
    }

    boolean precedes(TransitionSettings next) {
        return to.precedes(next.to, after.toDays(), next.after.toDays());
    }
}
