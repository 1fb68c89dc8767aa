package groundwork.report;

/** How text is shown: within a width, where 0 is any, and with or without color. */
public record Style(int width, boolean color) {
    public static final Style PLAIN = new Style(0, false);

    private static final String CUT = "…";
    private static final String RESET = "\033[0m";

    public String faint(String text) {
        return painted("\033[2m", text);
    }

    public String bold(String text) {
        return painted("\033[1m", text);
    }

    public String warning(String text) {
        return painted("\033[33m", text);
    }

    public String failure(String text) {
        return painted("\033[31m", text);
    }

    /** As much of the text as there is room for after so many columns. */
    public String cut(String text, int taken) {
        int room = Math.max(width - taken, 0);
        if (width == 0 || text.length() <= room) {
            return text;
        }
        return room == 0 ? "" : text.substring(0, room - 1) + CUT;
    }

    private String painted(String code, String text) {
        return color && !text.isEmpty() ? code + text + RESET : text;
    }
}
