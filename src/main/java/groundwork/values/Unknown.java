package groundwork.values;

/** Stands for a value that only exists once its resource does. */
public enum Unknown {
    UNKNOWN;

    @Override
    public String toString() {
        return "[unknown]";
    }
}
