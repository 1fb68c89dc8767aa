package groundwork.network;

import com.pulumi.core.Output;
import groundwork.watch.Graph;
import groundwork.watch.Source;
import groundwork.watch.Watched;
import java.util.List;
import java.util.stream.IntStream;

/** What leaves the private subnets through NAT gateways, and comes back; each gigabyte costs. */
record NatWatch(List<Output<String>> gateways) {
    Watched plan() {
        return new Watched(
                List.of(),
                "NAT gateways",
                List.of(
                        graph("Sent", "BytesOutToDestination"),
                        graph("Received", "BytesInFromDestination"),
                        graph("Connections without a free port", "ErrorPortAllocation")));
    }

    private Graph graph(String title, String metric) {
        return new Graph(
                title,
                IntStream.range(0, gateways.size())
                        .mapToObj(i -> Source.of("AWS/NATGateway")
                                .with("NatGatewayId", gateways.get(i))
                                .metric(metric)
                                .sum()
                                .line("gateway " + (i + 1)))
                        .toList());
    }
}
