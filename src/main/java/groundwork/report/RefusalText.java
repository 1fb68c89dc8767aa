package groundwork.report;

import groundwork.offline.recording.Recording;
import groundwork.simulated.Finding;
import java.util.List;
import java.util.stream.Stream;

/** What AWS would refuse, as people read it: each with the part of the stack file that asks for it, where one does. */
public final class RefusalText {
    private RefusalText() {}

    public static List<String> of(Recording recording) {
        var refusals = recording.refusals();
        var head = refusals.size() == 1
                ? "AWS would refuse 1 thing:"
                : "AWS would refuse %d things:".formatted(refusals.size());
        return Stream.concat(
                        Stream.of(head), refusals.stream().map(refusal -> "  " + setting(refusal, recording) + refusal))
                .toList();
    }

    private static String setting(Finding refusal, Recording recording) {
        return SettingOf.resource(refusal.urn(), recording)
                .map(path -> path + ": ")
                .orElse("");
    }
}
