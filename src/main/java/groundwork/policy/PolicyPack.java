package groundwork.policy;

import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Duration;

/** The compiled rules, the Node that runs them, and how long a judgement may take. */
public record PolicyPack(Path judge, String node, Duration limit) {
    private static final Duration LIMIT = Duration.ofSeconds(30);

    /** The pack of this repository, found from the place of the program: {@code target/groundwork.jar}, or the classes beside it. */
    public static PolicyPack ofRepository() {
        try {
            var program = Path.of(PolicyPack.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            return new PolicyPack(
                    program.resolve("../../policy/bin/src/judge.js").normalize(), "node", LIMIT);
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
