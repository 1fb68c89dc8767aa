package groundwork;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.pulumi.resources.ComponentResource;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import groundwork.base.Component;
import groundwork.plan.Plan;
import groundwork.settings.StackSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the folders promise: settings, then plan, then components, then endpoints, and never back. */
class StructureTest {
    private static final String[] AROUND_THE_PROGRAM = {
        "groundwork.change..",
        "groundwork.command..",
        "groundwork.offline..",
        "groundwork.policy..",
        "groundwork.report..",
        "groundwork.simulated.."
    };

    private static JavaClasses all;

    @BeforeAll
    static void read() {
        all = new ClassFileImporter().withImportOption(new DoNotIncludeTests()).importPackages("groundwork");
    }

    @Test
    void packagesHaveNoMutualDependencies() {
        slices().matching("groundwork.(*)..").should().beFreeOfCycles().check(all);
    }

    @Test
    void packagesAtAnyDepthHaveNoMutualDependencies() {
        slices().matching("(**)").should().beFreeOfCycles().check(all);
    }

    @Test
    void settingsDoNotDependOnPlansOrComponents() {
        classes()
                .that()
                .resideInAPackage("groundwork.settings..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "groundwork.settings..",
                        "groundwork.aws..",
                        "groundwork.files..",
                        "java..",
                        "com.google.gson..",
                        "org.yaml.snakeyaml..",
                        "com.pulumi",
                        "com.pulumi.context")
                .check(all);
    }

    @Test
    void factsOfAwsDependOnNothing() {
        classes()
                .that()
                .resideInAPackage("groundwork.aws..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("groundwork.aws..", "groundwork.files..", "java..", "org.yaml.snakeyaml..")
                .check(all);
    }

    @Test
    void thePartitionIsNamedInOneClass() throws IOException {
        try (var sources = Files.walk(Path.of("src/main"))) {
            assertThat(sources.filter(file -> file.toString().matches(".*\\.(java|yaml|js|json)"))
                            .filter(StructureTest::writesAnArn))
                    .containsExactly(Path.of("src/main/java/groundwork/aws/Arn.java"));
        }
    }

    @Test
    void resourceTypesAreNamedInOneClass() throws IOException {
        var type = Pattern.compile("\"aws:\\w+/\\w+:\\w+\"");
        try (var sources = Files.walk(Path.of("src/main/java"))) {
            assertThat(sources.filter(file -> file.toString().endsWith(".java"))
                            .filter(file -> type.matcher(read(file)).find()))
                    .containsExactly(Path.of("src/main/java/groundwork/aws/ResourceTypes.java"));
        }
    }

    private static boolean writesAnArn(Path file) {
        return read(file).contains("arn:aws");
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @Test
    void planningIsPure() {
        classes()
                .that()
                .resideInAPackage("groundwork.plan..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "groundwork.plan..",
                        "groundwork.settings..",
                        "groundwork.aws..",
                        "java..",
                        "com.google.gson..",
                        "com.google.common.hash")
                .check(all);
    }

    @Test
    void componentsGetTheirPartOfThePlanAndNotTheWholeStackFile() {
        noClasses()
                .that()
                .resideOutsideOfPackages(AROUND_THE_PROGRAM)
                .and()
                .resideOutsideOfPackages("groundwork.settings..", "groundwork.plan..")
                .and()
                .doNotBelongToAnyOf(Topology.class)
                .should()
                .dependOnClassesThat()
                .belongToAnyOf(StackSettings.class, Plan.class)
                .check(all);
    }

    @Test
    void theProgramDoesNotDependOnTheEnginesOrTheCommandLine() {
        noClasses()
                .that()
                .resideOutsideOfPackages(AROUND_THE_PROGRAM)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(AROUND_THE_PROGRAM)
                .check(all);
    }

    @Test
    void theSimulatedAwsDoesNotDependOnTheProgram() {
        noClasses()
                .that()
                .resideInAnyPackage("groundwork.simulated..", "groundwork.offline..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("groundwork.base..", "groundwork.plan..", "groundwork")
                .check(all);
    }

    /** A kind of link target costs its settings, its component, what is watched of it, its block and a line of the topology. */
    @Test
    void aKindOfLinkTargetIsKnownToItsOwnFilesAndTheTwoThatListKinds() {
        var kind = "groundwork\\.(data|settings\\.data)\\.Table.*";
        noClasses()
                .that()
                .haveNameNotMatching(kind)
                .and()
                .haveNameNotMatching("groundwork\\.(Topology|settings\\.StackSettings)")
                .should()
                .dependOnClassesThat()
                .haveNameMatching(kind)
                .check(all);
    }

    @Test
    void noBlockOfLinkTargetsIsNamedByAText() throws IOException {
        try (var sources = Files.walk(Path.of("src/main/java"))) {
            assertThat(sources.filter(file -> file.toString().endsWith(".java"))
                            .filter(file -> read(file).matches("(?s).*(\\.tables\\(\\)|\"tables\").*")))
                    .containsExactly(Path.of("src/main/java/groundwork/Topology.java"));
        }
    }

    @Test
    void everyComponentGetsItsParentFromOneBaseClass() {
        classes()
                .that()
                .areAssignableTo(ComponentResource.class)
                .and()
                .doNotHaveSimpleName("AwsxVpc")
                .should()
                .beAssignableTo(Component.class)
                .check(all);
    }

    @Test
    void namesExplainThemselves() {
        noClasses()
                .should()
                .haveNameMatching(".*(Util|Utils|Helper|Manager|Impl)")
                .check(all);
    }
}
