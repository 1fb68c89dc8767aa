package groundwork.plan.watch;

import static java.util.Objects.requireNonNull;

import java.util.Comparator;
import java.util.Locale;

/** One thing that is watched. */
public record Subject(Kind kind, String name) implements Comparable<Subject> {
    private static final Comparator<Subject> ORDER =
            Comparator.comparing(Subject::kind).thenComparing(Subject::name);

    public static final Subject CLUSTER = new Subject(Kind.CLUSTER, "");
    public static final Subject ENTRANCE = new Subject(Kind.ENTRANCE, "");
    public static final Subject CDN = new Subject(Kind.CDN, "");

    public enum Kind {
        CLUSTER,
        ENTRANCE,
        SERVICE,
        TARGETS,
        DATABASE,
        REPLICA,
        CACHE,
        QUEUE,
        TABLE,
        CDN,
        APP,
        NAT_GATEWAY
    }

    public Subject {
        requireNonNull(kind, "kind is null");
        requireNonNull(name, "name is null");
    }

    public static Subject service(String name) {
        return new Subject(Kind.SERVICE, name);
    }

    /** A target group of a service, which may have several. */
    public static Subject targets(String name) {
        return new Subject(Kind.TARGETS, name);
    }

    public static Subject database(String name) {
        return new Subject(Kind.DATABASE, name);
    }

    /** A replica of a database's instance; they count from 1. */
    public static Subject replica(String name, int number) {
        return new Subject(Kind.REPLICA, name + "-" + number);
    }

    /** A node of a cache; nodes count from 1. */
    public static Subject cache(String name, int node) {
        return new Subject(Kind.CACHE, name + "-" + node);
    }

    public static Subject queue(String name) {
        return new Subject(Kind.QUEUE, name);
    }

    public static Subject table(String name) {
        return new Subject(Kind.TABLE, name);
    }

    public static Subject app(String name) {
        return new Subject(Kind.APP, name);
    }

    /** One of the network's; they count from 1. */
    public static Subject natGateway(int number) {
        return new Subject(Kind.NAT_GATEWAY, Integer.toString(number));
    }

    /** Whether its metrics and alarms are in us-east-1, wherever the stack is. */
    public boolean isGlobal() {
        return kind == Kind.CDN;
    }

    public String suffix() {
        var label = kind.name().toLowerCase(Locale.ROOT);
        return name.isEmpty() ? label : label + "-" + name;
    }

    @Override
    public int compareTo(Subject other) {
        return ORDER.compare(this, other);
    }
}
