package groundwork.command;

import com.google.gson.JsonNull;
import groundwork.change.Comparison;
import groundwork.change.versions.Version;
import groundwork.offline.recording.Recording;
import groundwork.offline.recording.RecordingJson;
import groundwork.report.PolicyReport;
import groundwork.report.RefusalText;
import groundwork.report.TopologyText;
import groundwork.report.change.DiffText;
import groundwork.settings.entry.Settings;
import groundwork.settings.problems.SettingsException;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Runs the program of {@code pulumi up} against the simulated AWS and shows everything that it would build. */
@Command(
        name = "preview",
        mixinStandardHelpOptions = true,
        description = "Shows everything that a stack becomes; needs no account, no CLI and no network.")
final class PreviewCommand extends StackCommand {
    @Mixin
    private PolicyOption policy;

    @Option(names = "--json", description = "Print the topology as JSON.")
    private boolean json;

    @Option(names = "--timings", description = "Print what it took, for bench/.")
    private boolean timings;

    @Override
    public Integer call() {
        try (var judging = policy.start(err())) {
            var configuration = selection.configuration();
            var reading = Settings.read(configuration);
            var recording = new OfflineRun(selection, groundwork.terminal(), err()).record(configuration, reading);
            var judgement = judging.judge(recording, reading.settings());
            return show(recording, judgement.map(judged -> new PolicyReport(judged, recording, reading)));
        } catch (SettingsException invalid) {
            if (json) {
                printJson(RecordingJson.ofProblems(selection.project(), selection.stack(), invalid.problems()));
                out().flush();
            }
            throw invalid;
        }
    }

    private int show(Recording recording, Optional<PolicyReport> report) {
        if (json) {
            printJson(RecordingJson.of(recording, report.map(PolicyReport::json).orElse(JsonNull.INSTANCE)));
        } else {
            TopologyText.of(recording, report, groundwork.terminal().style()).forEach(out()::println);
            sinceTheLastCommit().ifPresent(out()::println);
        }
        out().flush();
        if (timings) {
            err().println(Timings.now());
        }
        if (!recording.refusals().isEmpty()) {
            RefusalText.of(recording).forEach(err()::println);
        }
        if (report.filter(it -> !it.judgement().passed()).isPresent()) {
            report.get().failures().forEach(err()::println);
            return Groundwork.POLICY_IS_VIOLATED;
        }
        return recording.refusals().isEmpty() ? 0 : Groundwork.FAILED;
    }

    /** Nothing where the file is as committed, or where there is no commit to compare with. */
    private Optional<String> sinceTheLastCommit() {
        try {
            return selection
                    .committed()
                    .map(committed ->
                            Comparison.counted(Version.read(committed), Version.read(selection.configuration())))
                    .map(comparison -> "%nsince the last commit: %s; ./groundwork diff %s shows them"
                            .formatted(DiffText.summary(comparison), selection.stack()));
        } catch (SettingsException committedWithProblems) {
            return Optional.empty();
        }
    }
}
