package groundwork.settings.problems;

import java.util.Collection;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/** Collects problems under a path; every scope made by {@link #at} shares one collection. */
public final class Problems {
    private static final Pattern PLAIN_WORD = Pattern.compile("[\\p{L}\\p{N}_:-]{1,60}");

    /** Written only for a problem: every value that is read has a scope of its own. */
    private final Supplier<String> path;

    private final SortedSet<Problem> found;

    public Problems() {
        this(() -> "", new TreeSet<>());
    }

    private Problems(Supplier<String> path, SortedSet<Problem> found) {
        this.path = path;
        this.found = found;
    }

    public Problems at(String key) {
        return new Problems(() -> join(path(), key), found);
    }

    public Problems at(int index) {
        return new Problems(() -> path() + "[" + index + "]", found);
    }

    public void add(String message, Object... arguments) {
        found.add(new Problem(path(), message.formatted(arguments)));
    }

    /** Problems that were found elsewhere, with paths of their own. */
    public void addAll(Collection<Problem> others) {
        found.addAll(others);
    }

    public void unless(boolean holds, String message, Object... arguments) {
        if (!holds) {
            add(message, arguments);
        }
    }

    /** How many problems lie at this path or below it. */
    public long count() {
        if (found.isEmpty()) {
            return 0;
        }
        String here = path();
        return found.stream().filter(problem -> isWithin(here, problem.path())).count();
    }

    public boolean none() {
        return count() == 0;
    }

    public List<Problem> all() {
        return List.copyOf(found);
    }

    public String path() {
        return path.get();
    }

    /** These problems as they are now, apart from those still to come. */
    public Problems copy() {
        return new Problems(path, new TreeSet<>(found));
    }

    public void throwIfAny() {
        if (!found.isEmpty()) {
            throw new SettingsException(all());
        }
    }

    private static boolean isWithin(String path, String other) {
        return path.isEmpty() || other.equals(path) || other.startsWith(path + ".") || other.startsWith(path + "[");
    }

    /** Keys that are no plain word stand in brackets and quotes. */
    public static String join(String path, String key) {
        if (!PLAIN_WORD.matcher(key).matches()) {
            return path + "[" + Found.quoted(key) + "]";
        }
        return path.isEmpty() ? key : path + "." + key;
    }
}
