package groundwork.settings.units;

import java.util.regex.Pattern;

/** A part of a budget in whole percent; a budget can be overrun, so {@code 120%} is one too. */
public record BudgetShare(int value) implements Comparable<BudgetShare> {
    private static final Pattern WRITTEN = Pattern.compile("\\d{1,4}%?");

    public static final int LEAST = 1;
    public static final int MOST = 1000;

    public BudgetShare {
        if (value < LEAST || value > MOST) {
            throw new IllegalArgumentException("write a part of a budget from 1% to 1000%");
        }
    }

    public static BudgetShare parse(String text) {
        if (!WRITTEN.matcher(text).matches()) {
            throw new IllegalArgumentException("write a part of a budget such as 80% or 120%");
        }
        return new BudgetShare(Integer.parseInt(text.replace("%", "")));
    }

    @Override
    public int compareTo(BudgetShare other) {
        return Integer.compare(value, other.value);
    }

    @Override
    public String toString() {
        return value + "%";
    }
}
