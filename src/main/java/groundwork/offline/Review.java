package groundwork.offline;

/** Turns what was registered into a recording. */
final class Review {
    private Review() {}

    static Recording of(Run run, Ledger ledger, Messages messages) {
        return new Recording(
                run.project(),
                run.stack(),
                ledger.resources(),
                ledger.stackOutputs(),
                ledger.clashes(),
                messages.all());
    }
}
