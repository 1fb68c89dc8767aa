package groundwork.simulated.shapes;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** Characters that look random and are always the same for the same seed. */
public final class Fingerprint {
    public static final String HEX = "0123456789abcdef";
    public static final String DIGITS = "0123456789";
    public static final String LOWER = "abcdefghijklmnopqrstuvwxyz0123456789";
    public static final String UPPER = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";

    private Fingerprint() {}

    public static String of(String seed, String alphabet, int length) {
        var text = new StringBuilder(length);
        for (int block = 0; text.length() < length; block++) {
            for (byte value : digest(block + ":" + seed)) {
                if (text.length() < length) {
                    text.append(alphabet.charAt((value & 0xFF) % alphabet.length()));
                }
            }
        }
        return text.toString();
    }

    public static String hex(String seed, int length) {
        return of(seed, HEX, length);
    }

    public static String uuid(String seed) {
        String hex = hex(seed, 32);
        return String.join(
                "-",
                hex.substring(0, 8),
                hex.substring(8, 12),
                "4" + hex.substring(13, 16),
                "a" + hex.substring(17, 20),
                hex.substring(20));
    }

    private static byte[] digest(String seed) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(seed.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException(missing);
        }
    }
}
