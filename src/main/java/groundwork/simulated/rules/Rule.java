package groundwork.simulated.rules;

import groundwork.simulated.Existing;
import groundwork.simulated.World;
import java.util.Set;

/** One thing AWS insists on: a name, the types it concerns, and how to tell. */
public record Rule(String name, Set<String> types, Check check) {
    /** Reports what is wrong with one resource, given all the others. */
    @FunctionalInterface
    public interface Check {
        void judge(Existing resource, World world, Refusals refusals);
    }

    /** A check that needs no other resource. */
    @FunctionalInterface
    public interface Alone {
        void judge(Existing resource, Refusals refusals);
    }

    public static Rule of(String name, Alone check, String... types) {
        return new Rule(name, Set.of(types), (resource, world, refusals) -> check.judge(resource, refusals));
    }

    public static Rule among(String name, Check check, String... types) {
        return new Rule(name, Set.of(types), check);
    }
}
