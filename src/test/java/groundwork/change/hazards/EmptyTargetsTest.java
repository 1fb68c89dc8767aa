package groundwork.change.hazards;

import static groundwork.change.Changed.hazards;
import static groundwork.change.Changed.steps;
import static org.assertj.core.api.Assertions.assertThat;

import groundwork.change.Changed;
import org.junit.jupiter.api.Test;

/** Who answers the requests of a route while it moves, and what people are told of it. */
class EmptyTargetsTest {
    private static final String APP = "routes: [/*, /ws/*], links";
    private static final String LIVE = "routes: [/live/*] }";
    private static final Changed STANDS = Changed.file("src/test/resources/stacks/Pulumi.changing.yaml");
    private static final Changed BLUE_GREEN =
            STANDS.where(APP, "routes: [/*], deploy: blue-green, links").where(LIVE, "routes: [/live/*, /ws/*] }");

    @Test
    void anotherPortIsAnotherTargetGroupWithoutTasks() {
        assertThat(hazards(STANDS.to("port: 3000", "port: 3001")))
                .containsExactly("interrupted:load-balancer-rule-any", "interrupted:load-balancer-rule-ws-any");
    }

    @Test
    void aRouteMovesToTasksThatRun() {
        var moved = STANDS.where(APP, "routes: [/*], links").where(LIVE, "routes: [/live/*, /ws/*] }");

        assertThat(hazards(STANDS.to(moved))).isEmpty();
    }

    @Test
    void aRouteMovesToTasksThatAreStillToStart() {
        var stands = STANDS.where(LIVE, "}");
        var moved = STANDS.where(APP, "routes: [/*], links").where(LIVE, "routes: [/ws/*] }");

        assertThat(hazards(stands.to(moved))).containsExactly("interrupted:load-balancer-rule-ws-any");
    }

    @Test
    void aRenamedServiceAnswersThroughout() {
        var renamed = STANDS.to("    live: {", "    chat: { renamedFrom: live,");

        assertThat(hazards(renamed)).noneMatch(name -> name.startsWith("interrupted"));
        assertThat(steps(renamed))
                .contains("replace aws:ecs/service:Service chat-service")
                .noneMatch(step -> step.contains("TargetGroup") || step.contains("ListenerRule"));
    }

    @Test
    void toCodeDeployAnotherRuleTakesOverBeforeTheOldOneGoes() {
        var changed = STANDS.where(APP, "routes: [/*], links")
                .where(LIVE, "routes: [/live/*, /ws/*] }")
                .to(BLUE_GREEN);

        assertThat(steps(changed))
                .contains(
                        "create aws:lb/listenerRule:ListenerRule load-balancer-rule-any-blue-green",
                        "delete aws:lb/listenerRule:ListenerRule load-balancer-rule-any");
        assertThat(hazards(changed)).containsExactly("endpoint-moves:endpoints-services-app--name");
    }

    @Test
    void fromCodeDeployTheTasksMayBeInTheAlternateGroup() {
        assertThat(hazards(BLUE_GREEN.to("deploy: blue-green, ", "")))
                .containsExactly("interrupted:load-balancer-rule-any", "endpoint-moves:endpoints-services-app--name");
    }

    @Test
    void aRuleOfCodeDeployIsAnotherOneForAnotherService() {
        var moved = STANDS.where(APP, "links").where(LIVE, "routes: [/*], deploy: blue-green }");

        var changed = BLUE_GREEN.to(moved);
        assertThat(steps(changed))
                .contains("replace aws:lb/listenerRule:ListenerRule load-balancer-rule-any-blue-green");
        assertThat(hazards(changed)).noneMatch(name -> name.startsWith("refused"));
    }

    @Test
    void theNewTargetGroupOfAnotherPortIsNotGivenToCodeDeploy() {
        assertThat(BLUE_GREEN.to("port: 3000", "port: 3001").hazards())
                .filteredOn(hazard -> hazard.kind() == Hazard.Kind.REFUSED)
                .extracting(Hazard::remedy)
                .containsExactly("in three updates: deploy: rolling, then this change, then deploy: blue-green again");
    }
}
