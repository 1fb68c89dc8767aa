package groundwork.links;

import groundwork.settings.links.LinkSettings;

/** A link and what came of it. */
public record Linked(LinkSettings link, Connection connection) {}
