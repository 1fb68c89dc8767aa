package groundwork.simulated.answers;

/** A program called a provider function the simulated AWS has no answer for. */
public final class UnknownFunctionException extends RuntimeException {
    UnknownFunctionException(String token) {
        super("the simulated AWS has no answer for " + token
                + "; look the value up in the settings instead, or describe the function in functions.yaml");
    }
}
