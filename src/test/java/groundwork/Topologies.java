package groundwork;

import com.pulumi.Context;
import com.pulumi.core.Output;
import com.pulumi.resources.Resource;
import groundwork.base.StackContext;
import groundwork.links.Connection;
import groundwork.network.Network;
import groundwork.network.Networks;
import groundwork.offline.Ids;
import groundwork.offline.OfflineEngine;
import groundwork.offline.Run;
import groundwork.offline.recording.Recording;
import groundwork.permissions.PolicyDocument;
import groundwork.plan.Plan;
import groundwork.settings.StackText;

/** Runs parts of a stack on the embedded engine, in a stack called shop-test of the region us-east-1. */
public final class Topologies {
    private Topologies() {}

    /** A part of a stack, built where a stack has been prepared. */
    @FunctionalInterface
    public interface Part {
        void build(StackContext stack, Plan plan, Context context);
    }

    public static Recording of(String settings, Part part) {
        return of(settings, Ids.KNOWN, part);
    }

    public static Recording of(String settings, Ids ids, Part part) {
        var reading = StackText.read(settings);
        var plan = Plan.of("test", reading.region(), reading.settings());
        return OfflineEngine.run(
                Run.of("shop", "test").withIds(ids),
                context -> part.build(StackContext.create(plan.stack()), plan, context));
    }

    /** The whole topology of a stack file's text. */
    public static Recording whole(String settings, Ids ids) {
        var reading = StackText.read(settings);
        return OfflineEngine.run(Run.of("shop", "test").withIds(ids), context -> Topology.build(context, reading));
    }

    public static Network network(Plan plan, StackContext stack) {
        return Networks.create("network", plan.network(), stack).orElseThrow();
    }

    /** Makes what a connection offers an output of the stack, so that it can be asserted. */
    public static void export(Connection connection, Context context) {
        connection.variables().forEach((offer, value) -> context.export("variable " + offer, value));
        connection.secrets().forEach((offer, reference) -> context.export("secret " + offer, reference.valueFrom()));
        connection.egress().ifPresent(egress -> {
            context.export("port", Output.of(egress.port()));
            egress.securityGroup().ifPresent(group -> context.export("group", group));
        });
        context.export("permissions", PolicyDocument.of(connection.permissions()));
        context.export(
                "ready",
                Output.all(connection.readyAfter().stream().map(Resource::urn).toList()));
    }
}
