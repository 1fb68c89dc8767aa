package groundwork.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.Struct;
import groundwork.values.WireValues;
import io.grpc.stub.StreamObserver;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pulumirpc.Provider.CheckFailure;
import pulumirpc.Provider.CheckRequest;
import pulumirpc.Provider.CreateRequest;
import pulumirpc.Provider.CreateResponse;
import pulumirpc.Provider.DeleteRequest;
import pulumirpc.Provider.DiffRequest;
import pulumirpc.Provider.ReadRequest;

class AwsProviderTest {
    private static final String ROLE = urn("aws:iam/role:Role", "reader");
    private static final String VPC = urn("aws:ec2/vpc:Vpc", "net");

    @TempDir
    private Path folder;

    private AwsProvider provider;

    @BeforeEach
    void start() {
        provider = started(Optional.empty());
    }

    @Test
    void refusesANameThatIsTaken() {
        create(ROLE, Map.of("name", "reader"));

        assertThatThrownBy(() -> create(urn("aws:iam/role:Role", "other"), Map.of("name", "reader")))
                .hasMessageContaining("ResourceAlreadyExistsException: aws:iam/role:Role reader already exists");
    }

    @Test
    void makesASecondThingOfWhatHasNoName() {
        assertThat(create(VPC, Map.of("cidrBlock", "10.0.0.0/16")).getId())
                .isNotEqualTo(create(VPC, Map.of("cidrBlock", "10.0.0.0/16")).getId());
    }

    @Test
    void refusesWhatTheEmbeddedPreviewRefuses() {
        var request = CheckRequest.newBuilder()
                .setUrn(urn("aws:lb/targetGroup:TargetGroup", "web"))
                .setNews(struct(Map.of("name", "a-name-that-is-longer-than-the-32-allowed")))
                .build();

        assertThat(call(provider::check, request).getFailuresList())
                .extracting(CheckFailure::getProperty)
                .contains("name");
    }

    @Test
    void namesWhatStandsInTheWay() {
        create(
                urn("aws:lb/listenerRule:ListenerRule", "app-rule"),
                Map.of("listenerArn", "arn:web", "priority", 49_000.0));
        var request = CheckRequest.newBuilder()
                .setUrn(urn("aws:lb/listenerRule:ListenerRule", "web-rule"))
                .setNews(struct(Map.of("listenerArn", "arn:web", "priority", 49_000.0)));

        assertThat(call(provider::check, request.build()).getFailuresList())
                .extracting(CheckFailure::getReason)
                .contains(
                        "49000 is already the priority of app-rule; priorities of a listener are unique (rule-priority-once)");
    }

    @Test
    void replacesWhatCannotChangeAndUpdatesTheRest() {
        var before = struct(Map.of("cidrBlock", "10.0.0.0/16", "enableDnsSupport", false));
        var after = struct(Map.of("cidrBlock", "10.1.0.0/16", "enableDnsSupport", true));
        var request = DiffRequest.newBuilder().setUrn(VPC).setOldInputs(before).setNews(after);

        var diff = call(provider::diff, request.build());

        assertThat(diff.getDiffsList()).contains("cidrBlock", "enableDnsSupport");
        assertThat(diff.getReplacesList()).containsExactly("cidrBlock");
    }

    @Test
    void deletesWhatIsGoneAlready() {
        var made = create(ROLE, Map.of("name", "reader"));
        var request = DeleteRequest.newBuilder()
                .setUrn(ROLE)
                .setId(made.getId())
                .setProperties(made.getProperties())
                .build();

        call(provider::delete, request);
        call(provider::delete, request);

        assertThat(new Cloud(folder).things()).isEmpty();
    }

    @Test
    void seesWhatAnotherProcessMade() {
        create(ROLE, Map.of("name", "reader"));

        var read = call(
                started(Optional.empty())::read,
                ReadRequest.newBuilder().setUrn(ROLE).setId("reader").build());

        assertThat(WireValues.read(read.getInputs())).containsExactly(Map.entry("name", "reader"));
    }

    @Test
    void losesTheAnswerOfTheChosenOperationButNotItsEffect() {
        provider = started(Optional.of(Fault.parse("error:after:create:2")));
        create(VPC, Map.of("cidrBlock", "10.0.0.0/16"));

        assertThatThrownBy(() -> create(ROLE, Map.of("name", "reader"))).hasMessageContaining("Rate exceeded");

        assertThat(new Cloud(folder).things()).extracting(Thing::urn).containsExactlyInAnyOrder(VPC, ROLE);
    }

    private AwsProvider started(Optional<Fault> fault) {
        var cloud = new Cloud(folder);
        return new AwsProvider(cloud, new Faults(cloud, fault));
    }

    private CreateResponse create(String urn, Map<String, Object> inputs) {
        return call(
                provider::create,
                CreateRequest.newBuilder()
                        .setUrn(urn)
                        .setProperties(struct(inputs))
                        .build());
    }

    private static <Q, A> A call(BiConsumer<Q, StreamObserver<A>> method, Q request) {
        var answers = new Answers<A>(new ArrayList<>());
        method.accept(request, answers);
        return answers.received().get(0);
    }

    private static Struct struct(Map<String, Object> values) {
        return WireValues.write(values);
    }

    private static String urn(String type, String name) {
        return "urn:pulumi:prod::groundwork::" + type + "::" + name;
    }

    /** Keeps what came, and throws what went wrong. */
    private record Answers<A>(List<A> received) implements StreamObserver<A> {
        @Override
        public void onNext(A answer) {
            received.add(answer);
        }

        @Override
        public void onError(Throwable failure) {
            throw (RuntimeException) failure;
        }

        @Override
        public void onCompleted() {}
    }
}
