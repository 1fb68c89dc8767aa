package groundwork.command;

import groundwork.change.Comparison;
import groundwork.change.hazards.Hazard;
import groundwork.change.versions.Version;
import groundwork.report.change.DiffJson;
import groundwork.report.change.DiffMarkdown;
import groundwork.report.change.DiffText;
import groundwork.settings.problems.Problem;
import groundwork.settings.problems.SettingsException;
import groundwork.settings.source.Configuration;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** Shows what an update to a changed stack file does to the resources that stand. */
@Command(
        name = "diff",
        mixinStandardHelpOptions = true,
        description = {
            "Shows what a change of a stack file creates, updates, replaces and deletes, and its hazards: lost data,"
                    + " interruptions, what AWS would refuse half-way, endpoints that move, first deployments.",
            "Compares the file with the last commit, unless told otherwise. Exits with 5 on a hazard that is not accepted."
        })
final class DiffCommand extends StackCommand {
    @Option(
            names = "--from",
            paramLabel = "FILE|REV",
            description = "The stack file that is deployed: a file, or a revision of git. HEAD by default.")
    private String from = StackSelection.LAST_COMMIT;

    @Option(
            names = "--to",
            paramLabel = "FILE|REV",
            description = "The stack file to deploy: a file, or a revision of git. The stack's own file by default.")
    private String to;

    @Option(
            names = "--accept",
            paramLabel = "KIND:RESOURCE",
            description =
                    "A hazard that is accepted, by the name that this command prints, as in data-lost:db-instance;"
                            + " may be repeated.")
    private Set<String> accepted = Set.of();

    @Option(names = "--json", description = "Print the changes and hazards as JSON.")
    private boolean json;

    @Option(names = "--markdown", description = "Print them as Markdown, for a pull request.")
    private boolean markdown;

    @Option(names = "--timings", description = "Print what it took, for bench/.")
    private boolean timings;

    @Override
    public Integer call() {
        if (json && markdown) {
            throw new ParameterException(spec.commandLine(), "--json and --markdown exclude each other; choose one");
        }
        var old = version(from);
        var now = to == null ? read("the stack file", Optional.of(selection.configuration())) : version(to);
        var comparison = Comparison.of(
                old,
                now.orElseThrow(() ->
                        new IllegalArgumentException("%s has no stack file %s; compare with a revision that has it"
                                .formatted(to, selection.stack()))));
        print(comparison, old.isEmpty());
        if (timings) {
            err().println(Timings.now());
        }
        return comparison.hazards().stream().allMatch(this::isAccepted) ? 0 : Groundwork.HAS_HAZARDS;
    }

    private void print(Comparison comparison, boolean isNew) {
        if (json) {
            printJson(DiffJson.of(comparison));
        } else if (markdown) {
            DiffMarkdown.of(comparison).forEach(out()::println);
        } else {
            if (isNew) {
                out().println("%s has no stack file %s: everything is new".formatted(from, selection.stack()));
            }
            DiffText.of(comparison, accepted, groundwork.terminal().style()).forEach(out()::println);
        }
        out().flush();
    }

    private boolean isAccepted(Hazard hazard) {
        return accepted.contains(hazard.name());
    }

    private Optional<Version> version(String fileOrRevision) {
        var file = Path.of(fileOrRevision);
        return read(
                fileOrRevision,
                Files.isRegularFile(file)
                        ? Optional.of(selection.configuration(file))
                        : selection.configuration(fileOrRevision));
    }

    /** Problems say which of the two versions they are in. */
    private static Optional<Version> read(String where, Optional<Configuration> configuration) {
        try {
            return configuration.map(Version::read);
        } catch (SettingsException invalid) {
            throw new SettingsException(invalid.problems().stream()
                    .map(problem -> new Problem(where + ": " + problem.path(), problem.message()))
                    .toList());
        }
    }
}
