package groundwork.settings.units;

import groundwork.settings.problems.Found;
import groundwork.settings.problems.Problems;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Country codes, as CloudFront and AWS WAF take them. */
public final class Countries {
    public static final String FORM = "[A-Z]{2}";
    public static final String SAYS = "a two-letter country code";

    private static final Set<String> CODES = Set.of(Locale.getISOCountries());

    private Countries() {}

    public static void check(List<String> countries, Problems problems) {
        for (int i = 0; i < countries.size(); i++) {
            problems.at(i)
                    .unless(
                            CODES.contains(countries.get(i)),
                            "%s is not an ISO 3166 country code",
                            Found.quoted(countries.get(i)));
        }
    }
}
