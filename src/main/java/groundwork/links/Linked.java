package groundwork.links;

import groundwork.settings.LinkSettings;

/** A link and what came of it. */
public record Linked(LinkSettings link, Connection connection) {
    /** The beginning of the link's variables: {@code order-events} gives {@code ORDER_EVENTS}. */
    String beginning() {
        return link.as().orElse(link.to().toUpperCase().replace('-', '_'));
    }

    static String variable(String beginning, String ending) {
        return ending.isEmpty() ? beginning : beginning + "_" + ending;
    }
}
