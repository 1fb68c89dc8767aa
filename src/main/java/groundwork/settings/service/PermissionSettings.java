package groundwork.settings.service;

import groundwork.aws.Arn;
import groundwork.settings.marks.Checked;
import groundwork.settings.marks.Matching;
import groundwork.settings.marks.Setting;
import groundwork.settings.problems.Found;
import groundwork.settings.problems.Problems;
import java.util.List;
import java.util.Set;

/** Something in AWS that a service may use and that is no link; named actions on named resources, nothing else. */
public record PermissionSettings(
        @Setting(value = "What it may do; all of one AWS service", example = "[ses:SendEmail]")
                @Matching(
                        value = "[a-z][a-z0-9-]*:[A-Z][A-Za-z0-9]*",
                        says = "one action such as ses:SendEmail, without *")
                List<String> actions,
        @Setting(
                        value =
                                "On what: ARNs, or what follows the account in an ARN of the stack's own account and region",
                        example = "[identity/example.com]")
                @Matching(value = "\\S{1,2048}", says = "an ARN, or its last part such as identity/example.com")
                List<String> resources,
        @Setting("IAM conditions, all of which must hold") List<Condition> conditions)
        implements Checked {
    /** Whoever may do these gives themselves everything else. */
    private static final Set<String> CLOSED = Set.of("account", "iam", "organizations", "sso", "sso-admin");

    private static final String S3 = "s3";
    private static final int PARTS = 6;
    private static final String ARN = Arn.START + "[a-z0-9-]+:[a-z0-9-]*:(\\d{12})?:.+";

    public record Condition(
            @Setting(value = "How the two are compared", example = "StringEquals")
                    @Matching(
                            value =
                                    "(String(Equals|Like)|Arn(Equals|Like)|Numeric(Equals|LessThanEquals)|Bool|IpAddress)",
                            says = "a condition operator that says what must be, such as StringEquals")
                    String test,
            @Setting(value = "The condition key", example = "ses:FromAddress")
                    @Matching(
                            value = "[a-z0-9-]+:[\\w:/.+=@-]{1,200}",
                            says = "a condition key such as ses:FromAddress")
                    String key,
            @Setting(value = "The value it must have", example = "shop@example.com") String value) {}

    /** The AWS service of its actions, as IAM calls it. */
    public String service() {
        return prefix(actions.get(0));
    }

    public static boolean isArn(String resource) {
        return resource.startsWith("arn:");
    }

    @Override
    public void check(Problems problems) {
        problems.at("resources").unless(!resources.isEmpty(), "names none; give one, such as identity/example.com");
        if (actions.isEmpty()) {
            problems.at("actions").add("names none; give one, such as ses:SendEmail");
            return;
        }
        for (int i = 0; i < actions.size(); i++) {
            actionIsOpen(actions.get(i), problems.at("actions").at(i));
        }
        for (int i = 0; i < resources.size(); i++) {
            resourceIsNamed(resources.get(i), problems.at("resources").at(i));
        }
    }

    private void actionIsOpen(String action, Problems at) {
        at.unless(
                !CLOSED.contains(prefix(action)),
                "%s would let the service widen its own permissions; it is given to none",
                Found.quoted(action));
        at.unless(
                prefix(action).equals(service()),
                "%s is of another AWS service than %s; give it an entry of its own",
                Found.quoted(action),
                actions.get(0));
    }

    private void resourceIsNamed(String resource, Problems at) {
        if (isArn(resource) ? !resource.matches(ARN) : isS3()) {
            at.add("%s is no ARN of one account; write one such as %s", Found.quoted(resource), example());
            return;
        }
        var named = isArn(resource) ? resource.split(":", PARTS)[PARTS - 1] : resource;
        at.unless(
                !named.matches(isS3() ? "[*?]+" : "([A-Za-z-]+[/:])?[*?]+"),
                "%s is everything of its kind; name what it is, as far as a * at its end",
                Found.quoted(resource));
        at.unless(
                !service().equals("sts") || !named.matches(".*[*?].*"),
                "%s: roles are taken by their whole names; leave out the wildcard",
                Found.quoted(resource));
    }

    private String example() {
        return isS3()
                ? Arn.of(S3, "", "", "bucket/*")
                : Arn.of("ses", "us-east-1", "123456789012", "identity/example.com");
    }

    private boolean isS3() {
        return service().equals(S3);
    }

    private static String prefix(String action) {
        return action.substring(0, action.indexOf(':'));
    }
}
