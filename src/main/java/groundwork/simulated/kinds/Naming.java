package groundwork.simulated.kinds;

import groundwork.simulated.Wanted;
import groundwork.simulated.answers.SimulatedAws;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/** Names what was left unnamed: as it is named already, else by the first automatic name that is still free. */
public record Naming(Predicate<Wanted> isFree) {
    private static final int TRIES = 20;

    public Wanted named(Wanted wanted, Map<String, Object> olds) {
        var property = Kind.of(wanted.type()).nameProperty();
        if (property.isEmpty() || wanted.inputs().containsKey(property.get())) {
            return wanted;
        }
        if (olds.containsKey(property.get())) {
            return wanted.withInputs(with(wanted.inputs(), property.get(), olds.get(property.get())));
        }
        return IntStream.rangeClosed(1, TRIES)
                .mapToObj(copy -> automatic(wanted, copy))
                .filter(isFree)
                .findFirst()
                .orElse(wanted);
    }

    public static boolean isAutomatic(Wanted named) {
        return Kind.of(named.type())
                .nameProperty()
                .filter(property -> {
                    var unnamed = new TreeMap<String, Object>(named.inputs());
                    Object name = unnamed.remove(property);
                    return IntStream.rangeClosed(1, TRIES)
                            .mapToObj(copy -> automatic(named.withInputs(unnamed), copy))
                            .anyMatch(wanted -> wanted.inputs().get(property).equals(name));
                })
                .isPresent();
    }

    private static Wanted automatic(Wanted wanted, int copy) {
        String urn = copy == 1 ? wanted.urn() : wanted.urn() + "~" + copy;
        var salted = new Wanted(urn, wanted.type(), wanted.name(), wanted.inputs(), wanted.place());
        return wanted.withInputs(SimulatedAws.named(salted).inputs());
    }

    private static Map<String, Object> with(Map<String, Object> inputs, String property, Object value) {
        var named = new TreeMap<>(inputs);
        named.put(property, value);
        return named;
    }
}
