package groundwork.settings.links;

import static java.util.Objects.requireNonNull;

import java.util.Arrays;
import java.util.Locale;
import java.util.SortedSet;
import java.util.TreeSet;

/** One of the values that a link gives, as {@code variables} names it: {@code url}, {@code public-url}. */
public record Offer(String name) implements Comparable<Offer> {
    public static final Offer HOST = new Offer("host");
    public static final Offer PORT = new Offer("port");
    public static final Offer NAME = new Offer("name");
    public static final Offer USER = new Offer("user");
    public static final Offer URL = new Offer("url");
    public static final Offer PAUSE_AFTER = new Offer("pause-after");
    public static final Offer PUBLIC_URL = new Offer("public-url");
    public static final Offer ARN = new Offer("arn");
    public static final Offer REGION = new Offer("region");

    /** Its variable is named as the link alone. */
    public static final Offer VALUE = new Offer("value");

    public Offer {
        requireNonNull(name, "name is null");
    }

    /** A key of a JSON object: {@code gitHub.key} is offered as {@code github-key}. */
    public static Offer ofKey(String key) {
        return new Offer(key.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "-"));
    }

    public static SortedSet<Offer> all(Offer... offers) {
        return new TreeSet<>(Arrays.asList(offers));
    }

    /** What its variable ends in. */
    public String ending() {
        return name.toUpperCase(Locale.ROOT).replace('-', '_');
    }

    @Override
    public int compareTo(Offer other) {
        return name.compareTo(other.name);
    }

    @Override
    public String toString() {
        return name;
    }
}
