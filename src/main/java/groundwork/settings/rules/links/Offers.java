package groundwork.settings.rules.links;

import groundwork.settings.LinkSettings;
import groundwork.settings.LinkSettings.Access;
import groundwork.settings.StackSettings;
import groundwork.settings.secrets.SecretSettings;
import groundwork.settings.service.ServiceSettings;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What a link to something offers, as {@code variables} names it. */
public final class Offers {
    private final StackSettings settings;

    public Offers(StackSettings settings) {
        this.settings = settings;
    }

    public SortedSet<String> of(String target) {
        var offered = new TreeSet<String>();
        find(settings.services().get(target)).ifPresent(it -> offered.addAll(ofService(it)));
        find(settings.databases().get(target))
                .ifPresent(it -> offered.addAll(List.of("host", "port", "name", "user", "url")));
        find(settings.caches().get(target)).ifPresent(it -> offered.addAll(List.of("host", "port", "url")));
        find(settings.queues().get(target)).ifPresent(it -> offered.add("url"));
        find(settings.topics().get(target)).ifPresent(it -> offered.add("arn"));
        find(settings.buckets().get(target)).ifPresent(it -> offered.addAll(List.of("name", "region")));
        find(settings.secrets().get(target)).ifPresent(it -> ofSecret(it).forEach(offered::add));
        find(settings.parameters().get(target)).ifPresent(it -> offered.add("value"));
        find(settings.externals().get(target)).ifPresent(it -> offered.addAll(List.of("host", "port", "url")));
        return offered;
    }

    /** The variables that a link gives by itself, apart from those it is asked for. */
    SortedSet<String> variables(LinkSettings link) {
        return link.access().filter(Access::scrapes).isPresent() ? new TreeSet<>() : variables(link, of(link.to()));
    }

    /** Of services, those who are outside the network get the public address alone. */
    SortedSet<String> publicVariables(LinkSettings link) {
        return variables(
                link, settings.services().containsKey(link.to()) ? List.of("url", "public-url") : of(link.to()));
    }

    private static SortedSet<String> variables(LinkSettings link, Collection<String> offered) {
        var variables = new TreeSet<String>();
        offered.forEach(name -> variables.add(link.variable(LinkSettings.ending(name))));
        return variables;
    }

    private static List<String> ofService(ServiceSettings service) {
        return service.isWeb() ? List.of("host", "port", "public-url", "url") : List.of("host", "port", "url");
    }

    private static Stream<String> ofSecret(SecretSettings secret) {
        var keys = Stream.concat(secret.keys().stream(), secret.values().keySet().stream());
        return Stream.concat(
                Stream.of("value"), keys.map(key -> key.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "-")));
    }

    private static <T> Optional<T> find(T setting) {
        return Optional.ofNullable(setting);
    }
}
