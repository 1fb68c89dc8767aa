package groundwork.settings;

import groundwork.settings.problems.Found;
import groundwork.settings.problems.Nearest;
import groundwork.settings.problems.Problems;
import java.util.List;
import java.util.Map;

/** The region that the stack lives in, from the provider's own setting. */
public final class Region {
    public static final String KEY = "aws:region";
    public static final String SAYS = "the name of an AWS region such as us-west-2";
    public static final String FORM = "(us|ca|mx|sa|eu|il|me|af|ap)-(north|south)?(east|west|central)?-\\d";
    private static final String OTHER_PARTITIONS = "(cn|us-gov|us-iso[a-z]?|eu-isoe|eusc(-de)?)-[a-z]+-\\d";
    private static final List<String> KNOWN = List.of(
            "us-east-1",
            "us-east-2",
            "us-west-1",
            "us-west-2",
            "ca-central-1",
            "ca-west-1",
            "mx-central-1",
            "sa-east-1",
            "eu-central-1",
            "eu-central-2",
            "eu-north-1",
            "eu-south-1",
            "eu-south-2",
            "eu-west-1",
            "eu-west-2",
            "eu-west-3",
            "il-central-1",
            "me-central-1",
            "me-south-1",
            "af-south-1",
            "ap-east-1",
            "ap-east-2",
            "ap-northeast-1",
            "ap-northeast-2",
            "ap-northeast-3",
            "ap-south-1",
            "ap-south-2",
            "ap-southeast-1",
            "ap-southeast-2",
            "ap-southeast-3",
            "ap-southeast-4",
            "ap-southeast-5",
            "ap-southeast-6",
            "ap-southeast-7");

    private Region() {}

    /** AWS adds one now and then, so that an unknown one may exist. */
    public static boolean isKnown(String region) {
        return KNOWN.contains(region);
    }

    public static String read(Map<String, String> config, Problems problems) {
        var region = config.getOrDefault(KEY, "");
        if (region.isEmpty()) {
            problems.at(KEY).add("is missing; set the region of the stack, for example us-east-1");
        } else if (region.matches(OTHER_PARTITIONS)) {
            problems.at(KEY)
                    .add(
                            "%s is in another partition of AWS (GovCloud, China or a sovereign cloud), with other ARNs and"
                                    + " without CloudFront's global names; choose a commercial region such as us-east-1",
                            region);
        } else if (!region.matches(FORM)) {
            var meant = Nearest.to(region, KNOWN)
                    .map(name -> "; did you mean \"" + name + "\"?")
                    .orElse("");
            problems.at(KEY)
                    .add("%s: write the name of an AWS region such as us-east-1%s", Found.quoted(region), meant);
        }
        return region;
    }
}
