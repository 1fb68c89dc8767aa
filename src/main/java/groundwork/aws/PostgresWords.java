package groundwork.aws;

import java.util.Set;

/** The words of SQL that PostgreSQL keeps to itself, so that RDS names no database and no user by them. */
public final class PostgresWords {
    private static final Set<String> RESERVED = Set.of(
            """
            all analyse analyze and any array as asc asymmetric both case cast check collate column
            constraint create default deferrable desc distinct do else end except false fetch for foreign
            from grant group having in initially intersect into lateral leading limit not null offset on
            only or order placing primary references returning select some symmetric table then to trailing
            true union unique user using variadic when where window with
            """
                    .strip()
                    .split("\\s+"));

    private PostgresWords() {}

    public static boolean keep(String word) {
        return RESERVED.contains(word);
    }
}
