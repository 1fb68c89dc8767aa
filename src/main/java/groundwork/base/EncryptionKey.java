package groundwork.base;

import com.pulumi.aws.kms.Alias;
import com.pulumi.aws.kms.AliasArgs;
import com.pulumi.aws.kms.Key;
import com.pulumi.aws.kms.KeyArgs;
import com.pulumi.core.Output;
import groundwork.aws.Arn;
import groundwork.permissions.PolicyDocument;
import groundwork.permissions.Statement;
import groundwork.plan.StackPlan;
import groundwork.plan.names.NameRule;
import groundwork.settings.audit.AuditSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The environment's own key; it encrypts whatever holds data. */
public final class EncryptionKey extends Component {
    private static final String ITSELF = "a key's policy speaks of the key itself";

    private final Key key;

    EncryptionKey(String name, StackPlan plan, StackContext stack) {
        super("base:EncryptionKey", name, stack);
        key = createKey(plan);
        createAlias();
        outputs(Map.of("arn", key.arn()));
    }

    public Output<String> arn() {
        return key.arn();
    }

    /** What it takes to read what the key has encrypted. */
    public Statement decrypting() {
        return Statement.allow("kms:Decrypt").on(arn());
    }

    /** What it takes to encrypt with the key, and to check what was encrypted. */
    public Statement encrypting() {
        return Statement.allow("kms:GenerateDataKey", "kms:Decrypt").on(arn());
    }

    private Key createKey(StackPlan plan) {
        return new Key(
                child("key"),
                KeyArgs.builder()
                        .description("Data at rest of " + stack().names().prefix())
                        .enableKeyRotation(true)
                        .deletionWindowInDays(stack().isProduction() ? 30 : 7)
                        .policy(policy(plan))
                        .build(),
                options().protect(stack().protects()).build());
    }

    private void createAlias() {
        new Alias(
                child("alias"),
                AliasArgs.builder()
                        .name(stack().names().keyAlias())
                        .targetKeyId(key.keyId())
                        .build(),
                inside());
    }

    /** The account's own policies decide who uses it; logs, alarms and trails use it on the account's behalf. */
    private Output<String> policy(StackPlan plan) {
        var account = stack().providers().account();
        var logs = "logs." + stack().region() + ".amazonaws.com";
        var statements = new ArrayList<>(List.of(
                Statement.allow("kms:*")
                        .on("*", ITSELF)
                        .by("AWS", account.applyValue(id -> Arn.of("iam", "", id, "root"))),
                Statement.allow(
                                "kms:Encrypt*",
                                "kms:Decrypt*",
                                "kms:ReEncrypt*",
                                "kms:GenerateDataKey*",
                                "kms:Describe*")
                        .on("*", ITSELF)
                        .by("Service", Output.of(logs))
                        .when("ArnLike", "kms:EncryptionContext:aws:logs:arn", stack().arn("logs", "*")),
                onBehalfOf("cloudwatch.amazonaws.com", account),
                onBehalfOf("sns.amazonaws.com", account)));
        plan.audit().filter(AuditSettings::trail).ifPresent(trail -> statements.addAll(forTrail()));
        if (plan.tellsOfEvents()) {
            // EventBridge names no account when it encrypts for a topic; the topic it names must be of this account.
            statements.add(Statement.allow("kms:Decrypt", "kms:GenerateDataKey*")
                    .on("*", ITSELF)
                    .by("Service", Output.of("events.amazonaws.com"))
                    .when("ArnLike", "kms:EncryptionContext:aws:sns:topicArn", stack().arn("sns", "*")));
        }
        return PolicyDocument.of(statements);
    }

    private List<Statement> forTrail() {
        var trails = Output.of("cloudtrail.amazonaws.com");
        var trail = stack().arn("cloudtrail", "trail/" + stack().names().of(NameRule.TRAIL));
        return List.of(
                Statement.allow("kms:GenerateDataKey*")
                        .on("*", ITSELF)
                        .by("Service", trails)
                        .when("StringEquals", "aws:SourceArn", trail)
                        .when("StringEquals", "kms:EncryptionContext:aws:cloudtrail:arn", trail),
                Statement.allow("kms:DescribeKey")
                        .on("*", ITSELF)
                        .by("Service", trails)
                        .when("StringEquals", "aws:SourceArn", trail));
    }

    private static Statement onBehalfOf(String service, Output<String> account) {
        return Statement.allow("kms:Decrypt", "kms:GenerateDataKey*")
                .on("*", ITSELF)
                .by("Service", Output.of(service))
                .when("StringEquals", "aws:SourceAccount", account);
    }
}
