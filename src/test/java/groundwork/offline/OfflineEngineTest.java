package groundwork.offline;

import static groundwork.aws.ResourceTypes.EC2_SUBNET;
import static groundwork.aws.ResourceTypes.EC2_VPC;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;
import static org.mockito.Mockito.inOrder;
import static org.mockito.Mockito.mock;

import com.pulumi.Context;
import com.pulumi.aws.AwsFunctions;
import com.pulumi.aws.Provider;
import com.pulumi.aws.ProviderArgs;
import com.pulumi.aws.ec2.Ec2Functions;
import com.pulumi.aws.ec2.Subnet;
import com.pulumi.aws.ec2.SubnetArgs;
import com.pulumi.aws.ec2.Vpc;
import com.pulumi.aws.ec2.VpcArgs;
import com.pulumi.aws.inputs.ProviderDefaultTagsArgs;
import com.pulumi.aws.s3.BucketV2;
import com.pulumi.aws.s3.BucketV2Args;
import com.pulumi.aws.sqs.Queue;
import com.pulumi.aws.sqs.QueueArgs;
import com.pulumi.core.Alias;
import com.pulumi.core.Output;
import com.pulumi.resources.ComponentResource;
import com.pulumi.resources.ComponentResourceOptions;
import com.pulumi.resources.CustomResourceOptions;
import groundwork.offline.recording.RecordingJson;
import groundwork.settings.problems.Problem;
import groundwork.settings.problems.SettingsException;
import groundwork.simulated.Finding;
import groundwork.simulated.answers.UnknownFunctionException;
import groundwork.values.Secret;
import groundwork.values.Unknown;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntConsumer;
import org.junit.jupiter.api.Test;

class OfflineEngineTest {
    private static final Run RUN = Run.of("groundwork", "prod");

    @Test
    void recordsComponentsWithTheirChildrenAndDependencies() {
        var recording = OfflineEngine.run(RUN, context -> new Network("main"));

        var network = recording.named("groundwork:network:Network", "main");
        var vpc = recording.named(EC2_VPC, "main-vpc");
        var subnet = recording.named(EC2_SUBNET, "main-subnet");
        assertThat(recording.childrenOf(network.urn())).containsExactlyInAnyOrder(vpc, subnet);
        assertThat(network.urn()).isEqualTo("urn:pulumi:prod::groundwork::groundwork:network:Network::main");
        assertThat(vpc.urn())
                .isEqualTo("urn:pulumi:prod::groundwork::groundwork:network:Network$aws:ec2/vpc:Vpc::main-vpc");
        assertThat(network.outputs()).containsEntry("vpcId", vpc.id().orElseThrow());
        assertThat(subnet.dependencies()).containsExactly(vpc.urn());
        assertThat(subnet.propertyDependencies()).containsOnlyKeys("vpcId");
        assertThat(subnet.protect()).isTrue();
        assertThat(subnet.ignoreChanges()).containsExactly("tags");
    }

    @Test
    void recordsFormerNamesAsUrnsAndWhatAReplacementDeletesFirst() {
        var recording = OfflineEngine.run(RUN, context -> {
            new BucketV2(
                    "files",
                    null,
                    CustomResourceOptions.builder()
                            .aliases(Alias.builder().name("data").build())
                            .deleteBeforeReplace(false)
                            .replaceOnChanges("tags")
                            .build());
            new Queue("jobs");
        });

        var options = recording.named("aws:s3/bucketV2:BucketV2", "files").options();
        assertThat(options.replacement().aliases())
                .contains("urn:pulumi:prod::groundwork::aws:s3/bucketV2:BucketV2::data");
        assertThat(options.replacement().deleteFirst()).contains(false);
        assertThat(options.replacement().onChanges()).containsExactly("tags");
        assertThat(recording
                        .named("aws:sqs/queue:Queue", "jobs")
                        .options()
                        .replacement()
                        .deleteFirst())
                .isEmpty();
    }

    @Test
    void progressIsToldOfEachResourceOnce() {
        var progress = mock(IntConsumer.class);

        var recording = OfflineEngine.run(RUN, context -> new Network("main"), progress);

        var told = inOrder(progress);
        for (int i = 1; i <= recording.resources().size(); i++) {
            told.verify(progress).accept(i);
        }
        told.verifyNoMoreInteractions();
    }

    @Test
    void aRefusalDoesNotRepeatASecret() {
        var recording = OfflineEngine.run(
                RUN,
                context -> new Queue(
                        "jobs",
                        QueueArgs.builder().name(Output.ofSecret("not a name!")).build()));

        assertThat(recording.refusals())
                .extracting(Finding::message)
                .singleElement(STRING)
                .contains("[secret]")
                .doesNotContain("not a name!");
    }

    @Test
    void givesIdsOnceResourcesAreMadeAndNoneWhileTheyArePreviewed() {
        var made = OfflineEngine.run(RUN, context -> new Network("main")).named(EC2_SUBNET, "main-subnet");
        var previewed = OfflineEngine.run(RUN.withIds(Ids.UNKNOWN), context -> new Network("main"))
                .named(EC2_SUBNET, "main-subnet");

        assertThat(made.text("vpcId")).matches("vpc-[0-9a-f]{17}");
        assertThat(previewed.get("vpcId")).isEqualTo(Unknown.UNKNOWN);
        assertThat(previewed.id()).isEmpty();
        assertThat(previewed.text("cidrBlock")).isEqualTo("10.0.0.0/24");
        assertThat(previewed.dependencies()).isEqualTo(made.dependencies());
    }

    @Test
    void inputsAreWhatTheProgramRegisteredAndNamesThatAwsMakesUpAreOutputs() {
        var recording = OfflineEngine.run(RUN, context -> {
            new Queue("jobs");
            new BucketV2(
                    "logs", BucketV2Args.builder().bucketPrefix("shop-logs-").build());
        });

        var queue = recording.named("aws:sqs/queue:Queue", "jobs");
        assertThat(queue.inputs()).isEmpty();
        assertThat(queue.outputs().get("name").toString()).matches("jobs-[0-9a-f]{7}");
        var bucket = recording.named("aws:s3/bucketV2:BucketV2", "logs");
        assertThat(bucket.inputs()).isEqualTo(Map.of("bucketPrefix", "shop-logs-"));
        assertThat(bucket.outputs().get("bucket").toString()).matches("shop-logs-\\d{26}");
    }

    @Test
    void keepsSecretsWrappedInInputsAndOutputs() {
        var recording = OfflineEngine.run(RUN, context -> {
            var queue = new Queue(
                    "jobs",
                    QueueArgs.builder()
                            .policy(Output.ofSecret("{\"token\":\"hunter2\"}"))
                            .build());
            context.export("policy", queue.policy());
            context.export("url", queue.url());
        });

        assertThat(recording.outputs().get("policy")).isEqualTo(new Secret("{\"token\":\"hunter2\"}"));
        assertThat(recording.outputs().get("url").toString())
                .matches("https://sqs.us-east-1.amazonaws.com/123456789012/jobs-[0-9a-f]{7}");
        assertThat(RecordingJson.of(recording)).contains("[secret]").doesNotContain("hunter2");
    }

    @Test
    void letsTheProvidersRegionAndDefaultTagsReachItsResources() {
        var recording = OfflineEngine.run(RUN.withConfig(Map.of("aws:region", "eu-west-1")), context -> {
            var elsewhere = new Provider(
                    "elsewhere",
                    ProviderArgs.builder()
                            .region("us-west-2")
                            .defaultTags(ProviderDefaultTagsArgs.builder()
                                    .tags(Map.of("system", "groundwork"))
                                    .build())
                            .build());
            var options = CustomResourceOptions.builder().provider(elsewhere).build();
            new Queue("there", QueueArgs.builder().tags(Map.of("a", "b")).build(), options);
            new Queue("here");
        });

        var there = recording.named("aws:sqs/queue:Queue", "there");
        assertThat(there.text("arn")).startsWith("arn:aws:sqs:us-west-2:123456789012:there-");
        assertThat(there.map("tagsAll")).containsExactly(Map.entry("a", "b"), Map.entry("system", "groundwork"));
        assertThat(recording.named("aws:sqs/queue:Queue", "here").text("arn"))
                .startsWith("arn:aws:sqs:eu-west-1:123456789012:here-");
    }

    @Test
    void answersProviderFunctions() {
        var recording = OfflineEngine.run(
                RUN,
                context -> context.export(
                        "account", AwsFunctions.getCallerIdentity().applyValue(caller -> caller.accountId())));

        assertThat(recording.outputs()).containsEntry("account", "123456789012");
    }

    @Test
    void refusesAFunctionItHasNoAnswerFor() {
        assertThatThrownBy(
                        () -> OfflineEngine.run(RUN, context -> context.export("ranges", Ec2Functions.getSpotPrice())))
                .isInstanceOf(UnknownFunctionException.class)
                .hasMessageContaining("aws:ec2/getSpotPrice:getSpotPrice");
    }

    @Test
    void throwsWhatTheProgramThrew() {
        var problem = new Problem("groundwork:services.web", "has no port");

        assertThatThrownBy(() -> OfflineEngine.run(RUN, context -> {
                    throw new SettingsException(List.of(problem));
                }))
                .isInstanceOfSatisfying(SettingsException.class, thrown -> assertThat(thrown.problems())
                        .containsExactly(problem));
    }

    @Test
    void throwsWhatFailedInsideAnOutput() {
        assertThatThrownBy(() -> OfflineEngine.run(
                        RUN,
                        context ->
                                context.export("broken", new Queue("jobs").arn().applyValue(arn -> {
                                            throw new IllegalStateException("broken " + arn.length());
                                        }))))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("broken ");
    }

    @Test
    void keepsWarningsAndDropsInformation() {
        var recording = OfflineEngine.run(RUN, context -> {
            context.log().info("not worth keeping");
            context.log().warn("the zone is not delegated");
        });

        assertThat(recording.warnings()).containsExactly("the zone is not delegated");
    }

    @Test
    void reportsTwoResourcesOfOneName() {
        var recording = OfflineEngine.run(RUN, context -> {
            new Queue("jobs");
            new Queue("jobs");
        });

        assertThat(recording.refusals()).singleElement().satisfies(finding -> assertThat(finding.where())
                .isEqualTo("aws:sqs/queue:Queue jobs"));
    }

    @Test
    void saysWhichNamesAreNearWhenAResourceIsMissing() {
        var recording = OfflineEngine.run(RUN, context -> {
            new Queue("jobs");
            new Queue("mails");
        });

        assertThatThrownBy(() -> recording.named("aws:sqs/queue:Queue", "job"))
                .hasMessage("no aws:sqs/queue:Queue is called job: the nearest are jobs, mails");
    }

    @Test
    void readsConfigurationAndItsSecrets() {
        var run = new Run(
                "groundwork",
                "prod",
                Map.of("groundwork:domain", "example.com"),
                Set.of("groundwork:domain"),
                Ids.KNOWN);

        var recording = OfflineEngine.run(
                run, context -> context.export("domain", context.config().requireSecret("domain")));

        assertThat(recording.outputs()).containsEntry("domain", new Secret("example.com"));
    }

    @Test
    void makesTheSameRecordingEveryTime() {
        assertThat(RecordingJson.of(OfflineEngine.run(RUN, OfflineEngineTest::manyQueues)))
                .isEqualTo(RecordingJson.of(OfflineEngine.run(RUN, OfflineEngineTest::manyQueues)));
    }

    private static void manyQueues(Context context) {
        for (int number = 0; number < 50; number++) {
            var first = new Queue("jobs-" + number);
            new Queue(
                    "mails-" + number,
                    QueueArgs.builder()
                            .redrivePolicy(first.arn()
                                    .applyValue(
                                            arn -> "{\"deadLetterTargetArn\":\"" + arn + "\",\"maxReceiveCount\":3}"))
                            .build());
        }
    }

    private static final class Network extends ComponentResource {
        Network(String name) {
            super("groundwork:network:Network", name, ComponentResourceOptions.Empty);
            var options = CustomResourceOptions.builder().parent(this).build();
            var vpc = new Vpc(
                    name + "-vpc", VpcArgs.builder().cidrBlock("10.0.0.0/16").build(), options);
            new Subnet(
                    name + "-subnet",
                    SubnetArgs.builder()
                            .vpcId(vpc.id())
                            .cidrBlock("10.0.0.0/24")
                            .availabilityZone("us-east-1a")
                            .build(),
                    CustomResourceOptions.builder()
                            .parent(this)
                            .protect(true)
                            .ignoreChanges("tags")
                            .build());
            registerOutputs(Map.of("vpcId", vpc.id()));
        }
    }
}
