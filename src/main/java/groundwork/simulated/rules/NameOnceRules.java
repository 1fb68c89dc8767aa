package groundwork.simulated.rules;

import static java.util.stream.Collectors.groupingBy;

import groundwork.aws.PhysicalName;
import groundwork.aws.PhysicalName.Once;
import groundwork.simulated.Existing;
import groundwork.simulated.World;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** What AWS knows by a name it has once: in a region, in an account, or within whatever the name lies in. */
public final class NameOnceRules {
    private static final Map<String, List<PhysicalName>> BY_TYPE = once().collect(groupingBy(PhysicalName::type));
    private static final Map<String, List<PhysicalName>> SHARING =
            once().collect(groupingBy(name -> name.once().orElseThrow().among()));

    public static final List<Rule> ALL = List.of(
            Rule.among("name-once", NameOnceRules::judge, BY_TYPE.keySet().toArray(String[]::new)));

    private NameOnceRules() {}

    private static Stream<PhysicalName> once() {
        return PhysicalName.all().stream().filter(name -> name.once().isPresent());
    }

    private static void judge(Existing resource, World world, Refusals refusals) {
        for (var kind : BY_TYPE.get(resource.type())) {
            var once = kind.once().orElseThrow();
            resource.text(kind.property()).ifPresent(name -> namesakes(once, name, world)
                    .filter(other -> other.urn().compareTo(resource.urn()) < 0 && isBeside(other, resource, once))
                    .map(Existing::name)
                    .sorted()
                    .findFirst()
                    .ifPresent(
                            other -> refusals.add(kind.property(), "\"%s\" is already the name of %s", name, other)));
        }
    }

    private static Stream<Existing> namesakes(Once once, String name, World world) {
        return SHARING.get(once.among()).stream()
                .flatMap(kind -> world.sharing(kind.type(), kind.property(), name).stream());
    }

    private static boolean isBeside(Existing one, Existing other, Once once) {
        boolean isInOneRegion =
                Objects.equals(one.place().region(), other.place().region());
        return (!once.inRegion() || isInOneRegion)
                && once.within()
                        .map(holder -> one.value(holder).equals(other.value(holder)))
                        .orElse(true);
    }
}
