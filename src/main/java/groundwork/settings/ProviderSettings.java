package groundwork.settings;

import groundwork.aws.Arn;
import groundwork.aws.Tagging;
import groundwork.settings.marks.Between;
import groundwork.settings.marks.Checked;
import groundwork.settings.marks.Keys;
import groundwork.settings.marks.Matching;
import groundwork.settings.marks.Setting;
import groundwork.settings.problems.Problems;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** How the AWS provider is configured, so that no laptop's own settings matter. */
public record ProviderSettings(
        @Setting(value = "IAM role to assume for all AWS calls", example = Arn.START + "iam::<account>:role/groundwork")
                @Matching(value = Arn.START + "iam::\\d{12}:role/[\\w+=,.@/-]+", says = "the ARN of an IAM role")
                Optional<String> assumeRole,
        @Setting(value = "AWS accounts that this stack may be deployed to", example = "[\"<account>\"]")
                @Matching(value = "\\d{12}", says = "a 12-digit account id")
                List<String> accounts,
        @Setting(value = "Retries of a throttled or failed AWS call", example = "25") @Between(min = "0", max = "100")
                int retries,
        @Setting(value = "Additional tags on every resource", example = "{ cost-center: web }")
                @Keys(
                        value = "(?!aws:)[\\w .:/=+@-]{1,128}",
                        says = "a tag key of letters, digits, spaces or any of _.:/=+-@")
                @Matching(value = TAG_VALUE, says = "up to 256 letters, digits, spaces or any of _.:/=+-@")
                Map<String, String> tags)
        implements Checked {
    private static final String TAG_VALUE = "[\\p{L}\\p{N} _.:/=+@-]{0,256}";
    /** A few resources have a Name of their own, too. */
    private static final int MOST_TAGS = Tagging.MOST - 4;

    private static final Set<String> OF_THE_STACK = Set.of("system", "environment", "owner");

    @Override
    public void check(Problems problems) {
        problems.at("tags")
                .unless(
                        tags.size() <= MOST_TAGS,
                        "%d: AWS allows %d tags per resource, and groundwork adds some itself; write at most %d",
                        tags.size(),
                        Tagging.MOST,
                        MOST_TAGS);
        tags.keySet().forEach(tag -> problems.at("tags")
                .at(tag)
                .unless(
                        !OF_THE_STACK.contains(tag.toLowerCase(Locale.ROOT)),
                        "groundwork sets this tag itself; choose another key"));
        var seen = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        tags.keySet().forEach(tag -> problems.at("tags")
                .at(tag)
                .unless(
                        seen.add(tag),
                        "another differs only in upper and lower case, which IAM does not tell apart; remove one"));
    }
}
