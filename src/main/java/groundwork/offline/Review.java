package groundwork.offline;

import groundwork.offline.recording.Recorded;
import groundwork.offline.recording.Recording;
import groundwork.simulated.World;
import groundwork.simulated.checks.Quotas;
import groundwork.simulated.checks.Rules;
import java.util.stream.Stream;

/** Judges what was registered by the rules of AWS, once all of it is there. */
final class Review {
    private Review() {}

    static Recording of(Run run, Ledger ledger, Messages messages) {
        var resources = ledger.resources();
        var world = new World(resources.stream().map(Recorded::existing).toList());
        return new Recording(
                run.project(),
                run.stack(),
                resources,
                ledger.stackOutputs(),
                Stream.concat(ledger.clashes().stream(), Rules.judge(world).stream())
                        .sorted()
                        .toList(),
                Stream.concat(messages.all().stream(), Quotas.warnings(world).stream())
                        .toList(),
                messages.notes());
    }
}
