package groundwork.settings.data;

/** Names that derive from a database's name. */
public final class DatabaseNames {
    private DatabaseNames() {}

    /** The secret that holds the URL which reads go to. */
    public static String readSecret(String name) {
        return urlSecret(reading(name));
    }

    /** One of the instances of Aurora, by its number. */
    public static String auroraInstance(String name, int number) {
        return name + "-" + number;
    }

    /** One of the copies of an instance, by its number. */
    public static String replica(String name, int number) {
        return name + "-replica-" + number;
    }

    static String urlSecret(String name) {
        return name + "-url";
    }

    static String reading(String name) {
        return name + "-read";
    }
}
