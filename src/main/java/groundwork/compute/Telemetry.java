package groundwork.compute;

import com.pulumi.core.Output;
import groundwork.base.StackContext;
import groundwork.permissions.Statement;
import groundwork.plan.compute.ServicePlan;
import java.util.ArrayList;
import java.util.List;

/** What a service may tell of itself: figures in the stack's own name space, and traces. */
public final class Telemetry {
    private Telemetry() {}

    public static List<Statement> permissions(ServicePlan service, StackContext stack) {
        var statements = new ArrayList<Statement>();
        if (!service.settings().metrics().isEmpty()) {
            statements.add(Statement.allow("cloudwatch:PutMetricData")
                    .on("*", "figures have no ARN; the name space is the condition")
                    .when(
                            "StringEquals",
                            "cloudwatch:namespace",
                            Output.of(stack.names().metrics())));
        }
        if (service.isTraced()) {
            statements.add(Statement.allow(
                            "xray:GetSamplingRules",
                            "xray:GetSamplingTargets",
                            "xray:PutTelemetryRecords",
                            "xray:PutTraceSegments")
                    .on("*", "traces have no ARN"));
        }
        return statements;
    }
}
