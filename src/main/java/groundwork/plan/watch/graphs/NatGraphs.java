package groundwork.plan.watch.graphs;

import groundwork.plan.watch.Metric;
import groundwork.plan.watch.Subject;
import groundwork.plan.watch.graphs.Widget.Graph;
import groundwork.plan.watch.graphs.Widget.Line;
import groundwork.settings.NetworkSettings.Builder;
import groundwork.settings.StackSettings;
import java.util.List;
import java.util.stream.IntStream;

/** What leaves the private subnets through NAT gateways, and comes back; each gigabyte costs. */
final class NatGraphs {
    private final int gateways;

    /** The gateways that awsx creates have ids that its outputs don't name. */
    NatGraphs(StackSettings settings) {
        var network = settings.network();
        boolean ours = settings.needsNetwork() && network.builder() == Builder.GROUNDWORK;
        gateways = ours ? network.natGateways() : 0;
    }

    boolean areKnown() {
        return gateways > 0;
    }

    List<Graph> all() {
        return List.of(
                new Graph("Sent", lines("BytesOutToDestination")),
                new Graph("Received", lines("BytesInFromDestination")),
                new Graph("Connections without a free port", lines("ErrorPortAllocation")));
    }

    private List<Line> lines(String metric) {
        return IntStream.rangeClosed(1, gateways)
                .mapToObj(number -> Line.of(
                        Subject.natGateway(number), Metric.natGateway(metric).as(Metric.SUM), "gateway " + number))
                .toList();
    }
}
