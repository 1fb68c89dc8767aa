package groundwork.settings.observe;

import groundwork.settings.marks.Matching;
import groundwork.settings.marks.Setting;
import groundwork.settings.marks.Short;
import groundwork.settings.units.Sensitive;

/** A service that SNS posts to, and that confirms its subscription by itself. */
@Short("url")
public record WebhookSettings(
        @Setting(
                        value = "Its URL, which often holds a key",
                        example = "https://events.pagerduty.com/integration/0123456789abcdef/enqueue",
                        cost = "$0.06 for 100,000 messages")
                @Matching(value = "https://[^\\s@]+", says = "a URL that starts with https://, or its encrypted form")
                Sensitive url) {}
