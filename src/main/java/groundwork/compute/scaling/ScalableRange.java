package groundwork.compute.scaling;

/** Between how many tasks a service scales by itself. */
public record ScalableRange(int min, int max) {
    public static final ScalableRange NONE = new ScalableRange(0, 0);
}
