package groundwork.command;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;

/** A stream that remembers why a write failed; {@code PrintWriter} hides the exception. */
final class Output extends FilterOutputStream {
    private Optional<IOException> failure = Optional.empty();

    Output(OutputStream out) {
        super(out);
    }

    Optional<IOException> failure() {
        return failure;
    }

    @Override
    public void write(int part) throws IOException {
        write(new byte[] {(byte) part}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int count) throws IOException {
        try {
            out.write(bytes, from, count);
        } catch (IOException reason) {
            failure = Optional.of(reason);
            throw reason;
        }
    }
}
