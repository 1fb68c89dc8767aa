package groundwork.simulated.rules.permissions;

import static groundwork.aws.ResourceTypes.ECR_REPOSITORY_POLICY;
import static groundwork.aws.ResourceTypes.IAM_POLICY;
import static groundwork.aws.ResourceTypes.IAM_ROLE;
import static groundwork.aws.ResourceTypes.IAM_ROLE_POLICY;
import static groundwork.aws.ResourceTypes.KMS_KEY;
import static groundwork.aws.ResourceTypes.S3_BUCKET_POLICY;
import static groundwork.aws.ResourceTypes.SECRETSMANAGER_SECRET_POLICY;
import static groundwork.aws.ResourceTypes.SNS_TOPIC_POLICY;
import static groundwork.aws.ResourceTypes.SQS_QUEUE_POLICY;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import groundwork.simulated.Existing;
import groundwork.simulated.World;
import groundwork.simulated.rules.Json;
import groundwork.simulated.rules.Refusals;
import groundwork.simulated.rules.Rule;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The shape and the size of policies. */
public final class PolicyRules {
    private static final Set<String> VERSIONS = Set.of("2012-10-17", "2008-10-17");
    private static final Map<String, String> RESOURCE_POLICIES = Map.of(
            S3_BUCKET_POLICY, "policy",
            SQS_QUEUE_POLICY, "policy",
            SNS_TOPIC_POLICY, "policy",
            SECRETSMANAGER_SECRET_POLICY, "policy",
            ECR_REPOSITORY_POLICY, "policy",
            KMS_KEY, "policy");
    private static final int INLINE = 10_240;
    private static final int LONGEST = 6_144;
    private static final int TRUST = 4_096;

    public static final List<Rule> ALL = List.of(
            Rule.of("identity-policy", PolicyRules::identity, IAM_ROLE_POLICY, IAM_POLICY),
            Rule.of("trust-policy", PolicyRules::trust, IAM_ROLE),
            Rule.of(
                    "resource-policy",
                    PolicyRules::resource,
                    RESOURCE_POLICIES.keySet().toArray(String[]::new)),
            Rule.among("inline-policies-size", PolicyRules::inlineSize, IAM_ROLE),
            Rule.of("managed-policy-size", (policy, refusals) -> size(policy, "policy", LONGEST, refusals), IAM_POLICY),
            Rule.of(
                    "trust-policy-size",
                    (role, refusals) -> size(role, "assumeRolePolicy", TRUST, refusals),
                    IAM_ROLE));

    private PolicyRules() {}

    private static void identity(Existing policy, Refusals refusals) {
        judge(policy, "policy", false, refusals);
    }

    private static void trust(Existing role, Refusals refusals) {
        judge(role, "assumeRolePolicy", true, refusals);
        role.text("assumeRolePolicy").flatMap(Json::parse).ifPresent(document -> statements(document)
                .forEach(statement -> refusals.unless(
                        !statement.has("Resource"), "assumeRolePolicy", "has a Resource; a trust policy has none")));
    }

    private static void resource(Existing resource, Refusals refusals) {
        judge(resource, RESOURCE_POLICIES.get(resource.type()), true, refusals);
    }

    private static void judge(Existing resource, String property, boolean forPrincipals, Refusals refusals) {
        resource.text(property).ifPresent(text -> {
            var document = Json.parse(text).filter(JsonElement::isJsonObject);
            refusals.unless(document.isPresent(), property, "is not one JSON object");
            document.ifPresent(found -> document(found, property, forPrincipals, refusals));
        });
    }

    private static void document(JsonElement document, String property, boolean forPrincipals, Refusals refusals) {
        refusals.unless(
                Json.text(document, "Version").filter(VERSIONS::contains).isPresent(),
                property,
                "needs the Version 2012-10-17");
        var statements = statements(document);
        refusals.unless(!statements.isEmpty(), property, "has no Statement");
        for (var statement : statements) {
            refusals.unless(
                    Json.text(statement, "Effect")
                            .filter(Set.of("Allow", "Deny")::contains)
                            .isPresent(),
                    property,
                    "has a statement whose Effect is neither Allow nor Deny");
            refusals.unless(oneOf(statement, "Action", "NotAction"), property, "has a statement with no Action");
            refusals.unless(
                    forPrincipals == oneOf(statement, "Principal", "NotPrincipal"),
                    property,
                    forPrincipals
                            ? "has a statement with no Principal"
                            : "has a Principal; a policy of a role has none");
            refusals.unless(
                    forPrincipals || oneOf(statement, "Resource", "NotResource"),
                    property,
                    "has a statement with no Resource");
        }
    }

    private static List<JsonObject> statements(JsonElement document) {
        return document.isJsonObject() ? Json.objects(document.getAsJsonObject(), "Statement") : List.of();
    }

    private static boolean oneOf(JsonObject statement, String key, String opposite) {
        return isFilled(statement.get(key)) != isFilled(statement.get(opposite));
    }

    private static boolean isFilled(JsonElement value) {
        return value != null && !(value.isJsonArray() && value.getAsJsonArray().isEmpty());
    }

    private static void size(Existing resource, String property, int most, Refusals refusals) {
        resource.text(property)
                .map(PolicyRules::length)
                .ifPresent(length -> refusals.unless(
                        length <= most, property, "has %d characters besides white space; AWS takes %d", length, most));
    }

    private static void inlineSize(Existing role, World world, Refusals refusals) {
        int total = world.sharing(IAM_ROLE_POLICY, "role", role.id()).stream()
                .flatMap(policy -> policy.text("policy").stream())
                .mapToInt(PolicyRules::length)
                .sum();
        refusals.unless(
                total <= INLINE,
                "",
                "its inline policies have %d characters together; AWS takes %d: attach managed policies instead",
                total,
                INLINE);
    }

    private static int length(String policy) {
        return (int) policy.chars()
                .filter(character -> !Character.isWhitespace(character))
                .count();
    }
}
