package groundwork.settings.secrets;

import groundwork.settings.links.Linkable;
import groundwork.settings.links.Offer;
import groundwork.settings.links.Reach;
import groundwork.settings.marks.Between;
import groundwork.settings.marks.Matching;
import groundwork.settings.marks.Setting;
import groundwork.settings.marks.Short;
import groundwork.settings.units.Cidr;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;

/** A host elsewhere; a link to it opens the way out to its port. */
@Short("host")
public record ExternalSettings(
        @Setting(value = "Its name", example = "cluster0.example.mongodb.net")
                @Matching(
                        value = "(?=.{1,253}$)([A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?\\.)+[A-Za-z]{2,63}",
                        says = "a host name")
                String host,
        @Setting(value = "Its port", example = "443") @Between(min = "1", max = "65535") int port,
        @Setting(value = "URL scheme", example = "https") @Matching(value = "[a-z][a-z0-9+.-]*", says = "a URL scheme")
                String scheme,
        @Setting(value = "CIDRs of the host; anywhere by default", example = "[198.51.100.0/24]") List<Cidr> addresses,
        @Setting(value = "Secret that holds its URL and credentials", example = "mongo-uri") Optional<String> secret,
        @Setting(value = Linkable.RENAMED_FROM, example = "app")
                @Matching(value = Linkable.NAME, says = Linkable.NAME_SAYS)
                Optional<String> renamedFrom)
        implements Linkable {

    /** The servers and their ports are in DNS, so a URL of such a scheme must have no port. */
    public boolean isFoundBySrvRecord() {
        return scheme.endsWith("+srv");
    }

    @Override
    public Reach reach() {
        return Reach.INTERNET;
    }

    @Override
    public SortedSet<Offer> offers() {
        return Offer.all(Offer.HOST, Offer.PORT, Offer.URL);
    }
}
