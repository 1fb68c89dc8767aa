package groundwork.sleep;

import com.pulumi.asset.Archive;
import com.pulumi.aws.lambda.Function;
import com.pulumi.aws.lambda.FunctionArgs;
import com.pulumi.aws.lambda.FunctionEventInvokeConfig;
import com.pulumi.aws.lambda.FunctionEventInvokeConfigArgs;
import com.pulumi.aws.lambda.inputs.FunctionEnvironmentArgs;
import com.pulumi.aws.lambda.inputs.FunctionLoggingConfigArgs;
import com.pulumi.core.Output;
import groundwork.base.Component;
import groundwork.base.Role;
import groundwork.observe.LogGroups;
import groundwork.permissions.Statement;
import groundwork.plan.names.NameRule;
import groundwork.plan.names.Names;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** One of the two functions that put an environment to sleep and wake it. */
final class SleepFunction extends Component {
    private static final NameRule NAME = NameRule.of("lambda-function-name");
    private static final int MEMORY = 256;

    static final String CONDUCTOR = "conductor";
    static final String WAKER = "waker";

    private final Role role;
    private final Function function;

    SleepFunction(
            String suffix,
            Archive source,
            Duration timeout,
            Map<String, Output<String>> variables,
            List<Statement> permissions,
            Component whole) {
        super("sleep:Function", suffix, whole);
        var physical = name(stack().names(), suffix);
        var logs = LogGroups.create("logs", "/aws/lambda/" + physical, stack().logRetention(), this);
        var all = new ArrayList<>(permissions);
        all.add(Statement.allow("logs:CreateLogStream", "logs:PutLogEvents")
                .on(logs.arn().applyValue(arn -> arn + ":*")));
        role = new Role("role", "lambda.amazonaws.com", all, this);
        var arguments = FunctionArgs.builder()
                .name(physical)
                .description("Sleeping and waking: the " + suffix)
                .runtime("nodejs22.x")
                .architectures(List.of("arm64"))
                .handler(suffix + ".handler")
                .code(source)
                .role(role.arn())
                .memorySize(MEMORY)
                .timeout((int) timeout.toSeconds())
                .environment(FunctionEnvironmentArgs.builder()
                        .variables(Output.all(List.copyOf(variables.values()))
                                .applyValue(known -> named(List.copyOf(variables.keySet()), known)))
                        .build())
                .loggingConfig(FunctionLoggingConfigArgs.builder()
                        .logFormat("Text")
                        .logGroup(logs.name())
                        .build());
        stack().ownKey().ifPresent(key -> arguments.kmsKeyArn(key.arn()));
        function = new Function(child("function"), arguments.build(), after(role.ready()));
        // The next minute comes anyway; a repeated call would only meet the lease of the first.
        new FunctionEventInvokeConfig(
                child("invocations"),
                FunctionEventInvokeConfigArgs.builder()
                        .functionName(function.name())
                        .maximumRetryAttempts(0)
                        .build(),
                inside());
        outputs(Map.of("name", function.name()));
    }

    /** What AWS calls it, which scripts and alarms know too. */
    static String name(Names names, String suffix) {
        return names.of(NAME, suffix);
    }

    void permit(String suffix, List<Statement> statements) {
        role.permit(suffix, statements);
    }

    Output<String> arn() {
        return function.arn();
    }

    Output<String> functionName() {
        return function.name();
    }

    private static Map<String, String> named(List<String> names, List<String> values) {
        var named = new TreeMap<String, String>();
        for (int i = 0; i < names.size(); i++) {
            named.put(names.get(i), values.get(i));
        }
        return named;
    }
}
