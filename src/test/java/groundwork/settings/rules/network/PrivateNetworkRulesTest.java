package groundwork.settings.rules.network;

import static groundwork.settings.StackText.problems;
import static org.assertj.core.api.Assertions.assertThat;

import groundwork.Rows;
import java.util.List;
import org.junit.jupiter.api.Test;

class PrivateNetworkRulesTest {
    private static final String ALONE = "with network.privateEndpoints, tasks can pull only from ECR in their region";

    @Rows(
            """
            port: 80                                                    | services.app.image: without a tag a placeholder runs, which comes from public.ecr.aws, but ALONE; push the image and name its tag, then turn privateEndpoints on
            image: docker.io/library/nginx:1                            | services.app.image: "docker.io" can't be reached: ALONE; push the image to a repository of this stack
            image: 123456789012.dkr.ecr.eu-west-1.amazonaws.com/app:1   | services.app.image: "123456789012.dkr.ecr.eu-west-1.amazonaws.com" can't be reached: ALONE; push the image to a repository of this stack
            image: "app:1", init: { m: { image: "quay.io/m/m:1" } }     | services.app.init.m.image: "quay.io" can't be reached: ALONE; push the image to a repository of this stack
            image: "app:1", sidecars: { m: { image: "quay.io/m/m:1" } } | services.app.sidecars.m.image: "quay.io" can't be reached: ALONE; push the image to a repository of this stack
            image: "app:1", files: { /config/app.conf: a }              | services.app.files: are written by a container from public.ecr.aws, but ALONE; put them into the image
            image: "app:1", links: [pay]                                | services.app.links[0]: "pay" is not known to be in the VPC, and without network.nat nothing else can be reached; set externals.pay.addresses in the VPC, or network.nat
            """)
    void aServiceNeedsNothingFromOutside(String service, String problem) {
        assertThat(behindEndpoints(service, "")).containsExactly(problem.replace("ALONE", ALONE));
    }

    @Rows(
            """
            groundwork:observability: { tracing: true }   | observability.tracing: the X-Ray daemon comes from public.ecr.aws, but ALONE; set it to false
            groundwork:monitoring: {}                     | monitoring: Prometheus and Grafana come from quay.io and docker.io, but ALONE; remove it
            """)
    void theStackNeedsNothingFromOutside(String setting, String problem) {
        assertThat(behindEndpoints("image: \"app:1\", scrape: { port: 90 }", setting))
                .containsExactly(problem.replace("ALONE", ALONE));
    }

    @Test
    void whatLiesInTheRegionOrInTheVpcIsReached() {
        assertThat(behindEndpoints(
                        "image: 123456789012.dkr.ecr.us-east-1.amazonaws.com/app:1, links: [near, jobs]", ""))
                .isEmpty();
    }

    @Test
    void awsxMakesNoEndpoints() {
        assertThat(problems("groundwork:network: { builder: awsx, nat: none, privateEndpoints: true }"))
                .containsExactly("network.privateEndpoints: awsx creates none, so tasks could not reach AWS; set "
                        + "network.builder: groundwork, or network.nat");
    }

    private static List<String> behindEndpoints(String service, String setting) {
        return problems(
                """
                groundwork:network: { nat: none, privateEndpoints: true }
                groundwork:services: { app: { %s } }
                groundwork:queues: { jobs: {} }
                groundwork:externals: { pay: pay.example.com, near: { host: near.example.com, addresses: [10.0.3.0/24] } }
                %s
                """
                        .formatted(service, setting));
    }
}
