package groundwork.settings.links;

import groundwork.settings.marks.Keys;
import groundwork.settings.marks.Matching;
import groundwork.settings.marks.Setting;
import groundwork.settings.marks.Short;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** That a service talks to something; everything which has to agree about it is derived from here. */
@Short("to")
public record LinkSettings(
        @Setting(value = "Name of the link target", example = "db") String to,
        @Setting(value = "What the service may do with it", example = "consume") Optional<Access> access,
        @Setting(value = "Prefix of its environment variables, instead of its name", example = "ORDERS")
                @Matching(
                        value = "[A-Z][A-Z0-9_]{0,39}",
                        says = "capital letters, digits and _, starting with a letter")
                Optional<String> as,
        @Setting(value = "Additional variables, by exact name", example = "{ NEXT_PUBLIC_API_URL: public-url }")
                @Keys(value = "[A-Za-z_][A-Za-z0-9_]*", says = "a variable name of letters, digits and _")
                @Matching(value = "[a-z][a-z0-9]*(-[a-z0-9]+)*", says = "an endpoint key such as url or host")
                Map<String, String> variables) {

    public enum Access {
        READ,
        WRITE,
        READ_WRITE,
        SEND,
        CONSUME,
        SEND_CONSUME,
        SCRAPE;

        public boolean reads() {
            return this == READ || this == READ_WRITE;
        }

        public boolean writes() {
            return this == WRITE || this == READ_WRITE;
        }

        public boolean sends() {
            return this == SEND || this == SEND_CONSUME;
        }

        public boolean scrapes() {
            return this == SCRAPE;
        }

        public boolean consumes() {
            return this == CONSUME || this == SEND_CONSUME;
        }
    }

    /** A link of which nothing but the target is said. */
    public static LinkSettings of(String to) {
        return new LinkSettings(to, Optional.empty(), Optional.empty(), Map.of());
    }

    public LinkSettings with(Optional<Access> decided) {
        return new LinkSettings(to, decided, as, variables);
    }

    /** {@code order-events} begins its variables with {@code ORDER_EVENTS}. */
    public String beginning() {
        return as.orElseGet(() -> to.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    /** The variable for what is offered: {@code DB} and {@code url} make {@code DB_URL}. */
    public String variable(Offer offer) {
        return offer.equals(Offer.VALUE) ? beginning() : beginning() + "_" + offer.ending();
    }

    /** What the target offers to this link; Prometheus needs the way in and nothing else. */
    public SortedSet<Offer> offers(Linkable target) {
        return access.filter(Access::scrapes).isPresent() ? new TreeSet<>() : target.offers();
    }
}
