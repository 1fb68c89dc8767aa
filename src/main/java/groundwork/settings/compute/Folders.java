package groundwork.settings.compute;

import java.util.Optional;
import java.util.regex.Pattern;

/** Where a volume may appear in a container: it hides whatever the image has in that folder. */
public final class Folders {
    /** An absolute path in which no part is {@code .} or {@code ..}. */
    public static final String PATH = "(/(?!\\.{1,2}(/|$))[\\w.-]+)+";

    private static final Pattern OF_THE_IMAGE = Pattern.compile(
            "/(etc|home|opt|root|tmp|usr|var|app|code|go|src|workspace)"
                    + "|/usr/(local|share|src)|/usr/local/\\w+|/usr/src/app|/var/(cache|lib|log|mail|opt|spool|tmp)|/etc/(pki|ssl)"
                    + "|/docker-entrypoint\\.d"
                    + "|/(bin|boot|dev|lib|lib32|lib64|libx32|proc|run|sbin|sys|usr/bin|usr/lib|usr/lib64|usr/sbin|var/run)(/.*)?");

    private Folders() {}

    /** Whether images keep programs or settings of their own there, or the kernel does. */
    public static boolean isOfTheImage(String folder) {
        return OF_THE_IMAGE.matcher(folder).matches();
    }

    /** The folder at the root in which a file lies. */
    public static String top(String file) {
        return file.substring(0, file.indexOf('/', 1));
    }

    /** Why two volumes can't have these folders, where they can't. */
    public static Optional<String> clash(String folder, String other) {
        if (folder.equals(other)) {
            return Optional.of("is");
        }
        if (isWithin(folder, other)) {
            return Optional.of("lies within");
        }
        return isWithin(other, folder) ? Optional.of("contains") : Optional.empty();
    }

    public static boolean isWithin(String path, String folder) {
        return path.startsWith(folder + "/");
    }
}
