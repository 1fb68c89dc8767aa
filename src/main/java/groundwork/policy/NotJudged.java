package groundwork.policy;

/** There is nothing to judge with; says what to do about it. */
public final class NotJudged extends Exception {
    NotJudged(String message) {
        super(message);
    }
}
