package groundwork.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonParser;
import groundwork.tools.Needs;
import groundwork.tools.Tool;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Needs(Tool.GIT)
class DiffCommandTest {
    private static final String STACK =
            """
            config:
              aws:region: us-east-1
              groundwork:owner: team
              groundwork:queues: { jobs: { visibility: 30s } }
              groundwork:services: { worker: { image: worker:1.0.0, links: [jobs] } }
            """;

    @TempDir
    private Path project;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeEach
    void commit() throws IOException, InterruptedException {
        Files.writeString(project.resolve("Pulumi.yaml"), "name: shop\nruntime: java\n");
        git("init", "-q");
        write(STACK);
        git("add", ".");
        git("-c", "user.name=t", "-c", "user.email=t@example.com", "commit", "-qm", "first");
    }

    @Test
    void comparesWithTheLastCommit() throws IOException {
        write(STACK.replace("30s", "60s"));

        assertThat(diff()).isZero();
        assertThat(out.toString())
                .contains("updated (")
                .containsPattern("jobs-queue +aws sqs\\.Queue +queues\\.jobs\\.visibility: visibilityTimeoutSeconds");
    }

    @Test
    void printsTheAgreedJson() throws IOException {
        write(STACK.replace("30s", "60s"));

        assertThat(diff("--json")).isZero();
        var json = JsonParser.parseString(out.toString()).getAsJsonObject();
        assertThat(json.keySet()).containsExactly("created", "updated", "replaced", "deleted", "hazards");
        var queue = json.getAsJsonArray("updated").asList().stream()
                .map(change -> change.getAsJsonObject())
                .filter(change -> change.get("name").getAsString().equals("jobs-queue"))
                .findFirst()
                .orElseThrow();
        assertThat(queue.keySet()).containsExactly("urn", "type", "name", "properties", "setting");
        assertThat(queue.get("setting").getAsString()).isEqualTo("queues.jobs.visibility");
    }

    @Test
    void printsMarkdown() throws IOException {
        write(STACK.replace("30s", "60s"));

        assertThat(diff("--markdown")).isZero();
        assertThat(out.toString()).contains("| `jobs-queue` | aws sqs.Queue | visibilityTimeoutSeconds |");
    }

    @Test
    void exitsWith5UntilEveryHazardIsAcceptedByName() throws IOException {
        write(STACK.replace("links: [jobs]", "").replace("  groundwork:queues: { jobs: { visibility: 30s } }\n", ""));

        assertThat(diff()).isEqualTo(5);
        var names = out.toString()
                .lines()
                .map(String::strip)
                .filter(line -> line.matches("[a-z-]+:[a-z-]+"))
                .toList();
        assertThat(names).contains("data-lost:jobs-queue");
        var accepting = new ArrayList<String>();
        names.forEach(name -> accepting.addAll(List.of("--accept", name)));
        assertThat(diff(accepting.toArray(String[]::new))).isZero();
    }

    @Test
    void everythingIsNewWhereTheRevisionHasNoSuchFile() throws IOException {
        Files.writeString(project.resolve("Pulumi.other.yaml"), STACK);

        assertThat(run("diff", "other", "-C", project.toString())).isZero();
        assertThat(out.toString()).startsWith("HEAD has no stack file other: everything is new");
    }

    @Test
    void comparesTwoFiles() throws IOException {
        var other = Files.writeString(project.resolve("other.yaml"), STACK.replace("30s", "90s"));

        assertThat(diff("--from", other.toString())).isZero();
        assertThat(out.toString()).contains("queues.jobs.visibility");
    }

    @Test
    void saysThatNothingChanges() {
        assertThat(diff("--from", "HEAD", "--to", "HEAD")).isZero();
        assertThat(out.toString().strip()).isEqualTo("nothing changes");
    }

    @Test
    void tellsOfAnUnknownRevision() {
        assertThat(diff("--from", "no-such")).isEqualTo(1);
        assertThat(err.toString()).contains("no-such is neither a file nor a revision of the git repository");
    }

    @Test
    void tellsOfARepositoryWithoutACommit() throws IOException, InterruptedException {
        var empty = Files.createDirectory(project.resolve("empty"));
        Files.writeString(empty.resolve("Pulumi.dev.yaml"), STACK);
        git("init", "-q", empty.toString());

        assertThat(run("diff", "dev", "-C", empty.toString())).isEqualTo(1);
        assertThat(err.toString())
                .contains("the git repository has no commit yet; name what to compare with: --from FILE");
    }

    @Test
    void tellsOfAShallowClone() throws IOException, InterruptedException {
        var shallow = project.resolve("shallow");
        git("clone", "-q", "--depth", "1", "file://" + project, shallow.toString());

        assertThat(run("diff", "dev", "-C", shallow.toString(), "--from", "HEAD~1"))
                .isEqualTo(1);
        assertThat(err.toString()).contains("which is a shallow clone; git fetch --unshallow gets the rest");
    }

    @Test
    void doesNotHandOptionsToGit() {
        var written = project.resolve("written");

        assertThat(diff("--from=--output=" + written)).isEqualTo(1);
        assertThat(diff("--from", "")).isEqualTo(1);
        assertThat(err.toString()).contains("\"\" is neither a file nor a revision of git");
        assertThat(project)
                .isDirectoryNotContaining(file -> file.getFileName().toString().startsWith("written"));
    }

    @Test
    void printsOneFormat() {
        assertThat(diff("--json", "--markdown")).isEqualTo(1);
        assertThat(err.toString()).contains("--json and --markdown exclude each other; choose one");
    }

    @Test
    void tellsOfAFolderOutsideOfGit() throws IOException {
        var elsewhere = Files.createTempDirectory("no-git");
        Files.writeString(elsewhere.resolve("Pulumi.dev.yaml"), STACK);

        assertThat(run("diff", "dev", "-C", elsewhere.toString())).isEqualTo(1);
        assertThat(err.toString()).contains("is not in a git repository; name what to compare with: --from FILE");
    }

    @Test
    void saysInWhichVersionTheSettingsHaveProblems() throws IOException {
        write(STACK.replace("visibility", "visiblity"));

        assertThat(diff()).isEqualTo(2);
        assertThat(err.toString()).contains("the stack file: queues.jobs.visiblity");
    }

    @Test
    void thePreviewTellsOfItInOneLine() throws IOException {
        assertThat(run("preview", "dev", "-C", project.toString())).isZero();
        assertThat(out.toString()).doesNotContain("since the last commit");

        write(STACK.replace("30s", "60s"));
        assertThat(run("preview", "dev", "-C", project.toString())).isZero();
        assertThat(out.toString())
                .endsWith("since the last commit: 0 created, 1 updated, 0 replaced, 0 deleted;"
                        + " ./groundwork diff dev shows them\n");
    }

    private int diff(String... options) {
        var all = new ArrayList<>(List.of("diff", "dev", "-C", project.toString()));
        all.addAll(List.of(options));
        return run(all.toArray(String[]::new));
    }

    private int run(String... arguments) {
        return Groundwork.commandLine(Terminal.NONE, arguments)
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
    }

    private void write(String stack) throws IOException {
        Files.writeString(project.resolve("Pulumi.dev.yaml"), stack);
    }

    private void git(String... arguments) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of("git", "-C", project.toString()));
        command.addAll(List.of(arguments));
        assertThat(new ProcessBuilder(command).inheritIO().start().waitFor()).isZero();
    }
}
