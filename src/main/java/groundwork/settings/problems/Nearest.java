package groundwork.settings.problems;

import static java.util.Comparator.comparing;
import static java.util.Comparator.comparingInt;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/** The name that somebody probably meant. */
public final class Nearest {
    private static final int LONGEST = 60;

    private Nearest() {}

    public static Optional<String> to(String written, Collection<String> known) {
        if (written.length() > LONGEST) {
            return Optional.empty();
        }
        var plain = plain(written);
        return known.stream()
                .filter(name -> isNear(plain, plain(name)))
                .min(comparingInt((String name) -> distance(plain, plain(name)))
                        .thenComparing(comparing(name -> name)));
    }

    private static boolean isNear(String written, String name) {
        boolean begins = written.length() >= 3 && (name.startsWith(written) || written.startsWith(name));
        return begins || distance(written, name) <= Math.max(1, Math.min(written.length(), name.length()) / 3);
    }

    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[-_ ]", "");
    }

    /** Letters to add, remove, change or swap with a neighbour to make one of the other. */
    static int distance(String one, String other) {
        var rows = new int[one.length() + 1][other.length() + 1];
        for (int i = 0; i <= one.length(); i++) {
            for (int j = 0; j <= other.length(); j++) {
                rows[i][j] = i == 0 || j == 0 ? i + j : step(one, other, rows, i, j);
            }
        }
        return rows[one.length()][other.length()];
    }

    private static int step(String one, String other, int[][] rows, int i, int j) {
        int change = one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1;
        int least = Math.min(rows[i - 1][j - 1] + change, Math.min(rows[i - 1][j], rows[i][j - 1]) + 1);
        boolean swapped =
                i > 1 && j > 1 && one.charAt(i - 1) == other.charAt(j - 2) && one.charAt(i - 2) == other.charAt(j - 1);
        return swapped ? Math.min(least, rows[i - 2][j - 2] + 1) : least;
    }
}
