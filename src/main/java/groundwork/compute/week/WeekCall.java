package groundwork.compute.week;

import com.google.gson.Gson;
import com.pulumi.core.Output;
import groundwork.aws.Arn;
import java.util.SortedMap;

/** A call of the AWS API that a schedule makes. */
record WeekCall(String action, Output<String> input) {
    static WeekCall of(String action, Output<SortedMap<String, Object>> parameters) {
        return new WeekCall(Arn.sdkCall("scheduler", action), parameters.applyValue(known -> new Gson().toJson(known)));
    }
}
