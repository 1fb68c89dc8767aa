package groundwork.network;

import static java.util.stream.Collectors.joining;

import com.pulumi.core.Output;
import groundwork.settings.observe.AlarmRule;
import groundwork.watch.Alarm;
import groundwork.watch.Graph;
import groundwork.watch.Metric;
import groundwork.watch.Signal;
import groundwork.watch.Source;
import groundwork.watch.Subject;
import groundwork.watch.WatchRules;
import groundwork.watch.Watched;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** What leaves the private subnets through NAT gateways, and comes back; each gigabyte costs. */
record NatWatch(List<Output<String>> gateways, WatchRules rules) {
    private static final String NO_PORT = "ErrorPortAllocation";
    private static final String DROPPED = "PacketsDropCount";

    Watched plan() {
        return Watched.of(
                Subject.only("nat", List.of(ports(), drops())),
                "NAT gateways",
                graph("Sent", "BytesOutToDestination"),
                graph("Received", "BytesInFromDestination"),
                graph("Connections without a free port", NO_PORT),
                graph("Dropped packets", DROPPED));
    }

    private Alarm ports() {
        return above(
                "ports",
                NO_PORT,
                rules.alarms().natPorts(),
                "NAT gateways had no free port for more than {threshold} connections {counted}. First look for a service that opens a connection for each request to one host; then let it keep connections open.");
    }

    private Alarm drops() {
        return above(
                "drops",
                DROPPED,
                rules.alarms().natDrops(),
                "NAT gateways dropped more than {threshold} packets {counted}. First look at the AWS Health Dashboard; then compare the gateways' traffic with what one of them carries.");
    }

    private Alarm above(String suffix, String metric, AlarmRule<Integer> rule, String advice) {
        var counted = new TreeMap<String, Metric>();
        for (int i = 0; i < gateways.size(); i++) {
            counted.put("gateway" + (i + 1), source(i).metric(metric));
        }
        var sum = counted.keySet().stream().map("FILL(%s, 0)"::formatted).collect(joining(" + "));
        return Alarm.above(suffix, Signal.of(sum, counted), rule, advice);
    }

    private Graph graph(String title, String metric) {
        return new Graph(
                title,
                IntStream.range(0, gateways.size())
                        .mapToObj(i -> source(i).metric(metric).sum().line("gateway " + (i + 1)))
                        .toList());
    }

    private Source source(int i) {
        return Source.of("AWS/NATGateway").with("NatGatewayId", gateways.get(i));
    }
}
