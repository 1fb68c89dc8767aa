package groundwork.settings.text;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toUnmodifiableMap;

import groundwork.settings.pack.RuleName;
import groundwork.settings.problems.Nearest;
import groundwork.settings.units.BudgetShare;
import groundwork.settings.units.Cidr;
import groundwork.settings.units.FileText;
import groundwork.settings.units.Gigabytes;
import groundwork.settings.units.Percent;
import groundwork.settings.units.Sensitive;
import groundwork.settings.units.WeekWindow;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Every kind of value that a setting can have. */
public final class Scalars {
    private static final Pattern PLACE =
            Pattern.compile("(Africa|America|Antarctica|Arctic|Asia|Atlantic|Australia|Europe|Indian|Pacific)/.+");
    private static final Pattern WHOLE_NUMBER = Pattern.compile("-?\\d{1,10}");
    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,9}(\\.\\d{1,9})?");
    private static final Pattern TIME_OF_DAY = Pattern.compile("([01]\\d|2[0-3]):[0-5]\\d");
    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final Pattern TRUE_OR_FALSE = Pattern.compile("true|false");
    private static final Map<Class<?>, Scalar<?>> KNOWN = Stream.<Scalar<?>>of(
                    Scalar.of(String.class, "a text", identity(), identity()),
                    Scalar.of(Integer.class, "a whole number", Scalars::wholeNumber, Object::toString),
                    Scalar.of(BigDecimal.class, "a number", Scalars::number, BigDecimal::toPlainString),
                    Scalar.of(Duration.class, "a time such as 30s, 5m, 12h or 14d", Durations::parse, Durations::text),
                    Scalar.of(LocalTime.class, "a time of day such as 08:00", Scalars::timeOfDay, Object::toString),
                    Scalar.unordered(
                            LocalDate.class,
                            "a day such as \"2027-03-31\"",
                            List.of(),
                            Scalars::day,
                            LocalDate::toString),
                    Scalar.unordered(
                            RuleName.class,
                            "a rule of the policy pack",
                            List.of(),
                            RuleName::parse,
                            RuleName::toString),
                    Scalar.of(Percent.class, "a percentage such as 50%", Percent::parse, Object::toString),
                    Scalar.of(
                            BudgetShare.class,
                            "a percentage such as 80% or 120%",
                            BudgetShare::parse,
                            Object::toString),
                    Scalar.of(Gigabytes.class, "a size such as 20GB", Gigabytes::parse, Object::toString),
                    Scalar.of(Cidr.class, "a CIDR such as 10.0.0.0/16", Cidr::parse, Object::toString),
                    Scalar.of(
                            WeekWindow.class,
                            "a time of the week such as sun 02:00-04:00",
                            WeekWindow::parse,
                            Object::toString),
                    Scalar.unordered(
                            Boolean.class,
                            "true or false",
                            List.of("true", "false"),
                            Scalars::trueOrFalse,
                            Object::toString),
                    Scalar.unordered(
                            ZoneId.class,
                            "a time zone such as Europe/Berlin",
                            List.of(),
                            Scalars::timeZone,
                            ZoneId::getId),
                    Scalar.unordered(
                            FileText.class, "the text of a file", List.of(), FileText::parse, Object::toString),
                    Scalar.unordered(
                            Sensitive.class, "a text, encrypted or not", List.of(), Sensitive::parse, Object::toString))
            .collect(toUnmodifiableMap(Scalar::type, identity()));

    private Scalars() {}

    public static Optional<Scalar<?>> find(Class<?> type) {
        if (type.isEnum()) {
            return Optional.of(choice(type));
        }
        var boxed = type == int.class ? Integer.class : type == boolean.class ? Boolean.class : type;
        return Optional.ofNullable(KNOWN.get(boxed));
    }

    private static Scalar<?> choice(Class<?> type) {
        var constants = Arrays.asList(type.getEnumConstants());
        var names = constants.stream().map(Scalars::kebab).toList();
        return new Scalar<Object>(
                type,
                "one of " + String.join(", ", names),
                names,
                text -> constants.get(indexOf(text, names)),
                Scalars::kebab,
                Comparator.comparing(constants::indexOf));
    }

    private static int indexOf(String text, List<String> names) {
        int index = names.indexOf(text);
        if (index < 0) {
            throw new IllegalArgumentException("write one of " + String.join(", ", names) + suggestion(text, names));
        }
        return index;
    }

    private static String suggestion(String text, List<String> names) {
        return Nearest.to(text, names)
                .map(name -> "; did you mean \"" + name + "\"?")
                .orElse("");
    }

    private static String kebab(Object constant) {
        return ((Enum<?>) constant).name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static Integer wholeNumber(String text) {
        long number = Long.parseLong(matching(WHOLE_NUMBER, text));
        if (number != (int) number) {
            throw new IllegalArgumentException();
        }
        return (int) number;
    }

    private static BigDecimal number(String text) {
        return new BigDecimal(matching(NUMBER, text));
    }

    private static LocalTime timeOfDay(String text) {
        return LocalTime.parse(matching(TIME_OF_DAY, text));
    }

    private static LocalDate day(String text) {
        try {
            return LocalDate.parse(matching(DAY, text));
        } catch (DateTimeException noSuchDay) {
            throw new IllegalArgumentException("there is no such day; write a day such as \"2027-03-31\"");
        }
    }

    private static Boolean trueOrFalse(String text) {
        return Boolean.valueOf(matching(TRUE_OR_FALSE, text));
    }

    private static ZoneId timeZone(String text) {
        var known = ZoneId.getAvailableZoneIds();
        if (!known.contains(text)) {
            throw new IllegalArgumentException(
                    "write a time zone such as Europe/Berlin" + suggestion(text, places(known)));
        }
        return ZoneId.of(text);
    }

    /** The zones of places; short names such as EST and NZ are of no clock that people go by. */
    private static List<String> places(Set<String> zones) {
        return zones.stream()
                .filter(zone -> PLACE.matcher(zone).matches())
                .sorted()
                .toList();
    }

    private static String matching(Pattern pattern, String text) {
        if (!pattern.matcher(text).matches()) {
            throw new IllegalArgumentException();
        }
        return text;
    }
}
