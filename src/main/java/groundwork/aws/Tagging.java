package groundwork.aws;

/** What AWS takes of tags. */
public final class Tagging {
    public static final int MOST = 50;
    public static final String KEY = "(?!aws:)[\\p{L}\\p{N} .:/=+@_-]{1,128}";
    public static final String KEY_SAYS =
            "up to 128 letters, digits, spaces or any of _.:/=+-@, not starting with aws:";

    private Tagging() {}
}
