package groundwork.command;

import groundwork.offline.recording.Recording;
import groundwork.policy.Judge;
import groundwork.policy.Judgement;
import groundwork.policy.NotJudged;
import groundwork.policy.PolicyPack;
import groundwork.settings.StackSettings;
import java.io.PrintWriter;
import java.util.Optional;
import picocli.CommandLine.Option;

/** When the policy pack judges a topology; a picocli mixin. */
public final class PolicyOption {
    enum When {
        required,
        auto,
        off
    }

    @Option(
            names = "--policy",
            paramLabel = "WHEN",
            defaultValue = "${GROUNDWORK_POLICY:-auto}",
            description = "When the policy pack judges the topology: auto (where Node and the built pack are there), "
                    + "required (it fails where they are not) or off. Default: the environment variable "
                    + "GROUNDWORK_POLICY, else auto.")
    private When when;

    /** Starts Node, which loads the rules while the program runs. */
    Judging start(PrintWriter err) {
        return when == When.off
                ? new Judging(false, err)
                : start(PolicyPack.ofRepository(), when == When.required, err);
    }

    static Judging start(PolicyPack pack, boolean required, PrintWriter err) {
        var judging = new Judging(required, err);
        judging.start(pack);
        return judging;
    }

    /** A judgement under way, where there is something to judge with. */
    static final class Judging implements AutoCloseable {
        private final boolean required;
        private final PrintWriter err;
        private Optional<Judge> judge = Optional.empty();

        private Judging(boolean required, PrintWriter err) {
            this.required = required;
            this.err = err;
        }

        Optional<Judgement> judge(Recording recording, StackSettings settings) {
            try {
                return judge.isEmpty()
                        ? Optional.empty()
                        : Optional.of(judge.get().judge(recording, settings));
            } catch (NotJudged reason) {
                goOn(reason);
                return Optional.empty();
            }
        }

        boolean isUnderWay() {
            return judge.isPresent();
        }

        @Override
        public void close() {
            judge.ifPresent(Judge::close);
        }

        private void start(PolicyPack pack) {
            try {
                judge = Optional.of(Judge.start(pack));
            } catch (NotJudged reason) {
                goOn(reason);
            }
        }

        private void goOn(NotJudged reason) {
            if (required) {
                throw new IllegalStateException("policy is required, but " + reason.getMessage());
            }
            err.println("######## POLICY NOT JUDGED: " + reason.getMessage() + "; --policy off leaves this out");
            err.flush();
        }
    }
}
