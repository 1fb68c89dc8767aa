package groundwork.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;

/** How a command of the CLI ended, and what it printed. */
record Outcome(String command, int exit, String text, String errors, Duration took) {
    boolean succeeded() {
        return exit == 0;
    }

    Outcome expectSuccess() {
        assertThat(exit).as(() -> command + "\n" + everything()).isZero();
        return this;
    }

    Outcome expectFailure() {
        assertThat(exit).as(() -> command + "\n" + everything()).isNotZero();
        return this;
    }

    String everything() {
        return text + errors;
    }
}
