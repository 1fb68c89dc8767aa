package groundwork.settings.secrets;

import groundwork.aws.TaskLimits;
import groundwork.settings.links.Linkable;
import groundwork.settings.links.Offer;
import groundwork.settings.links.Reach;
import groundwork.settings.marks.Checked;
import groundwork.settings.marks.Matching;
import groundwork.settings.marks.Setting;
import groundwork.settings.marks.Short;
import groundwork.settings.problems.Problems;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.SortedSet;

/** A plain value that services read at their start. */
@Short("value")
public record ParameterSettings(
        @Setting(value = "Value; never a secret", example = "info")
                @Matching(
                        value = "(?![\\s\\S]*\\{\\{)(?=[\\s\\S]{1,4096}$)" + TaskLimits.NO_CONTROLS,
                        says = "1 to 4096 characters, without {{ and control characters")
                String value,
        @Setting(value = Linkable.RENAMED_FROM, example = "app")
                @Matching(value = Linkable.NAME, says = Linkable.NAME_SAYS)
                Optional<String> renamedFrom)
        implements Checked, Linkable {
    private static final int BYTES = 4096;

    @Override
    public void check(Problems problems) {
        int bytes = value.getBytes(StandardCharsets.UTF_8).length;
        problems.at("value")
                .unless(
                        bytes <= BYTES,
                        "%d bytes: a parameter takes %d; write less, or put it into a bucket",
                        bytes,
                        BYTES);
    }

    @Override
    public Reach reach() {
        return Reach.aws("ssm");
    }

    @Override
    public SortedSet<Offer> offers() {
        return Offer.all(Offer.VALUE);
    }
}
