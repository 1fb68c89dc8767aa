package groundwork.change.steps;

import static org.assertj.core.api.Assertions.assertThat;

import com.pulumi.Context;
import com.pulumi.aws.Provider;
import com.pulumi.aws.ProviderArgs;
import com.pulumi.aws.ec2.SecurityGroup;
import com.pulumi.aws.ec2.SecurityGroupArgs;
import com.pulumi.aws.ec2.Subnet;
import com.pulumi.aws.ec2.SubnetArgs;
import com.pulumi.aws.ec2.Vpc;
import com.pulumi.aws.ec2.VpcArgs;
import com.pulumi.aws.iam.RolePolicy;
import com.pulumi.aws.iam.RolePolicyArgs;
import com.pulumi.aws.sqs.Queue;
import com.pulumi.aws.sqs.QueueArgs;
import com.pulumi.core.Alias;
import com.pulumi.resources.ComponentResource;
import com.pulumi.resources.ComponentResourceOptions;
import com.pulumi.resources.CustomResourceOptions;
import groundwork.offline.FirstDeployment;
import groundwork.offline.Ids;
import groundwork.offline.OfflineEngine;
import groundwork.offline.Run;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Each rule of the engine's step generator. */
class PlannerTest {
    private static final Run RUN = Run.of("shop", "test");
    private static final CustomResourceOptions PLAIN =
            CustomResourceOptions.builder().build();

    @Test
    void doesNothingWhereNothingChanged() {
        assertThat(changes(context -> queue("jobs", 30, PLAIN), context -> queue("jobs", 30, PLAIN)))
                .isEmpty();
    }

    @Test
    void createsUpdatesAndDeletes() {
        var steps = steps(
                context -> {
                    queue("jobs", 30, PLAIN);
                    queue("mail", 30, PLAIN);
                },
                context -> {
                    queue("jobs", 60, PLAIN);
                    queue("news", 30, PLAIN);
                });

        assertThat(texts(steps))
                .containsExactly(
                        "update aws:sqs/queue:Queue jobs",
                        "create aws:sqs/queue:Queue news",
                        "delete aws:sqs/queue:Queue mail");
        assertThat(steps.of(Operation.UPDATE).get(0).changed()).containsExactly("visibilityTimeoutSeconds");
    }

    @Test
    void replacesWhatAwsCantChangeAndWhateverUsesItsIdToBeWhereItIs() {
        var steps = steps(context -> subnet("10.0.0.0/16"), context -> subnet("10.1.0.0/16"));

        assertThat(texts(steps)).containsExactly("replace aws:ec2/vpc:Vpc net", "replace aws:ec2/subnet:Subnet one");
        assertThat(steps.of(Operation.REPLACE).get(0).replacing()).containsExactly("cidrBlock");
        assertThat(steps.of(Operation.REPLACE).get(1).replacing()).containsExactly("vpcId");
        assertThat(actions(steps))
                .as("what is replaced goes at the end, in reverse order")
                .containsExactly("CREATE net", "CREATE one", "DELETE one", "DELETE net");
    }

    @Test
    void givesReplacedThingsOtherIds() {
        var steps = steps(Ids.KNOWN, context -> subnet("10.0.0.0/16"), context -> subnet("10.1.0.0/16"));

        var vpc = steps.of(Operation.REPLACE).get(0);
        var subnet = steps.of(Operation.REPLACE).get(1).after().orElseThrow();
        assertThat(vpc.before().orElseThrow().id())
                .isNotEqualTo(vpc.after().orElseThrow().id());
        assertThat(subnet.text("vpcId"))
                .isEqualTo(vpc.after().orElseThrow().id().orElseThrow());
    }

    @Test
    void deletesFirstWhatKeepsItsNameAndAllThatMustBeReplacedWithIt() {
        var steps = steps(context -> group("first"), context -> group("second"));

        assertThat(actions(steps)).containsExactly("DELETE group", "CREATE group");
        assertThat(steps.of(Operation.REPLACE).get(0).deletesFirst()).isTrue();
    }

    @Test
    void deletesDependentsBeforeWhatIsDeletedFirst() {
        var first = CustomResourceOptions.builder().deleteBeforeReplace(true).build();
        var steps = steps(context -> subnet("10.0.0.0/16", first), context -> subnet("10.1.0.0/16", first));

        assertThat(actions(steps)).containsExactly("DELETE one", "DELETE net", "CREATE net", "CREATE one");
        assertThat(steps.of(Operation.REPLACE))
                .extracting(Step::replacing)
                .containsExactly(List.of("cidrBlock"), List.of("vpcId"));
    }

    @Test
    void theProgramMayInsistOnCreatingFirst() {
        var last = CustomResourceOptions.builder().deleteBeforeReplace(false).build();
        var steps = steps(context -> group("first", last), context -> group("second", last));

        assertThat(actions(steps)).containsExactly("CREATE group", "DELETE group");
    }

    @Test
    void ignoresWhatTheProgramIgnores() {
        var ignoring = CustomResourceOptions.builder()
                .ignoreChanges("visibilityTimeoutSeconds")
                .build();

        assertThat(changes(context -> queue("jobs", 30, ignoring), context -> queue("jobs", 60, ignoring)))
                .isEmpty();
    }

    @Test
    void replacesOnWhateverChangesTheProgramLists() {
        var listed = CustomResourceOptions.builder()
                .replaceOnChanges("visibilityTimeoutSeconds")
                .build();

        assertThat(changes(context -> queue("jobs", 30, listed), context -> queue("jobs", 60, listed)))
                .containsExactly("replace aws:sqs/queue:Queue jobs");
    }

    @Test
    void findsARenamedResourceByItsAlias() {
        var renamed = CustomResourceOptions.builder()
                .aliases(Alias.builder().name("jobs").build())
                .build();
        var named = QueueArgs.builder().name("shop-jobs").build();

        assertThat(changes(context -> new Queue("jobs", named), context -> new Queue("work", named, renamed)))
                .isEmpty();
    }

    @Test
    void findsTheChildrenOfARenamedComponent() {
        assertThat(changes(context -> new Part("jobs", List.of()), context -> new Part("work", List.of("jobs"))))
                .isEmpty();
    }

    @Test
    void tellsWhatIsProtectedFromBeingDeletedOrReplaced() {
        var kept = CustomResourceOptions.builder().protect(true).build();

        assertThat(steps(context -> queue("jobs", 30, kept), context -> {}).all())
                .filteredOn(step -> step.is(Operation.DELETE))
                .allMatch(Step::isProtected);
        assertThat(steps(context -> subnet("10.0.0.0/16", kept), context -> subnet("10.1.0.0/16", PLAIN))
                        .of(Operation.REPLACE))
                .as("protection is taken off in the same update")
                .noneMatch(Step::isProtected);
    }

    @Test
    void leavesWhatIsRetained() {
        var retained = CustomResourceOptions.builder().retainOnDelete(true).build();

        assertThat(steps(context -> queue("jobs", 30, retained), context -> {}).of(Operation.DELETE))
                .singleElement()
                .matches(Step::retains);
    }

    @Test
    void replacesEverythingInAnotherRegion() {
        var steps = steps(context -> inRegion("us-east-1"), context -> inRegion("eu-west-1"));

        assertThat(texts(steps))
                .containsExactly("replace pulumi:providers:aws aws", "replace aws:sqs/queue:Queue jobs");
        assertThat(steps.of(Operation.REPLACE).get(1).replacing()).containsExactly("provider");
    }

    @Test
    void unknownOutputsOfWhatIsReplacedChangeWhatUsesThem() {
        var steps = steps(
                context -> policy(new SecurityGroup(
                        "group",
                        SecurityGroupArgs.builder().description("first").build())),
                context -> policy(new SecurityGroup(
                        "group",
                        SecurityGroupArgs.builder().description("second").build())));

        assertThat(texts(steps))
                .containsExactly(
                        "replace aws:ec2/securityGroup:SecurityGroup group",
                        "update aws:iam/rolePolicy:RolePolicy policy");
    }

    @Test
    void planningAgainFindsNothingToDo() {
        var after = steps(Ids.KNOWN, context -> subnet("10.0.0.0/16"), context -> subnet("10.1.0.0/16"))
                .after();

        assertThat(planned(after, Ids.UNKNOWN, context -> subnet("10.1.0.0/16")).isEmpty())
                .isTrue();
    }

    private static List<String> changes(Consumer<Context> before, Consumer<Context> after) {
        return texts(steps(before, after));
    }

    private static List<String> texts(Steps steps) {
        return steps.all().stream()
                .filter(step -> !step.is(Operation.SAME))
                .map(Step::toString)
                .toList();
    }

    private static List<String> actions(Steps steps) {
        return steps.actions().stream()
                .map(action -> action.kind() + " " + action.resource().name())
                .toList();
    }

    private static Steps steps(Consumer<Context> before, Consumer<Context> after) {
        return steps(Ids.UNKNOWN, before, after);
    }

    private static Steps steps(Ids ids, Consumer<Context> before, Consumer<Context> after) {
        return planned(State.of(OfflineEngine.run(RUN, before, any -> {}, new FirstDeployment())), ids, after);
    }

    private static Steps planned(State before, Ids ids, Consumer<Context> after) {
        var planner = new Planner(before);
        OfflineEngine.run(RUN.withIds(ids), after, any -> {}, planner);
        return planner.steps();
    }

    private static void queue(String name, int visibility, CustomResourceOptions options) {
        new Queue(name, QueueArgs.builder().visibilityTimeoutSeconds(visibility).build(), options);
    }

    private static void subnet(String block) {
        subnet(block, PLAIN);
    }

    private static void subnet(String block, CustomResourceOptions options) {
        var vpc = new Vpc("net", VpcArgs.builder().cidrBlock(block).build(), options);
        new Subnet(
                "one",
                SubnetArgs.builder().vpcId(vpc.id()).cidrBlock("10.0.0.0/24").build());
    }

    private static void group(String description) {
        group(description, PLAIN);
    }

    private static void group(String description, CustomResourceOptions options) {
        new SecurityGroup(
                "group",
                SecurityGroupArgs.builder().name("web").description(description).build(),
                options);
    }

    private static void policy(SecurityGroup group) {
        new RolePolicy(
                "policy",
                RolePolicyArgs.builder()
                        .role("reader")
                        .policy(group.id().applyValue("about %s"::formatted))
                        .build());
    }

    private static void inRegion(String region) {
        var provider = new Provider("aws", ProviderArgs.builder().region(region).build());
        queue("jobs", 30, CustomResourceOptions.builder().provider(provider).build());
    }

    private static final class Part extends ComponentResource {
        Part(String name, List<String> formerNames) {
            super(
                    "shop:Part",
                    name,
                    ComponentResourceOptions.builder()
                            .aliases(formerNames.stream()
                                    .map(former -> Alias.builder().name(former).build())
                                    .toArray(Alias[]::new))
                            .build());
            new Queue(
                    name + "-queue",
                    QueueArgs.builder().name("shop-jobs").build(),
                    CustomResourceOptions.builder().parent(this).build());
        }
    }
}
