package groundwork.settings.rules;

import groundwork.settings.LinkKind;
import groundwork.settings.links.NamedSecret;
import groundwork.settings.problems.Found;
import groundwork.settings.reader.Field;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** Names end up in the names of AWS resources, and links go by them. */
public record NameRules(Draft draft) {
    private static final int LONGEST_PREFIX = 40;
    private static final Pattern RESERVED = Pattern.compile("(?i)aws|ssm");

    public void check() {
        stackIsAName();
        systemAndStackLeaveRoom();
        pathIsNotReserved();
        namesAreUniqueAcrossKinds();
        secretsHaveOneOwner();
        parametersAreTheirOwn();
        innerNamesAreUnique();
    }

    private void stackIsAName() {
        draft.at("stack")
                .unless(
                        draft.stack().matches(Field.NAME),
                        "%s: the stack name is part of every resource name; use at most 40 lower-case letters, "
                                + "digits and single hyphens, starting with a letter",
                        Found.quoted(draft.stack()));
    }

    private void systemAndStackLeaveRoom() {
        var prefix = draft.settings().system() + "-" + draft.stack();
        draft.at("system")
                .unless(
                        prefix.length() <= LONGEST_PREFIX,
                        "%s, the prefix of every name, has %d characters; at most %d leave room for the rest; "
                                + "shorten the name of the system or the stack",
                        Found.quoted(prefix),
                        prefix.length(),
                        LONGEST_PREFIX);
    }

    private void pathIsNotReserved() {
        var given = draft.settings().secretPath();
        var path = given.orElse(draft.settings().system());
        draft.at(given.isPresent() ? "secretPath" : "system")
                .unless(
                        !RESERVED.matcher(path).lookingAt(),
                        "%s: Parameter Store reserves names that start with aws or ssm; %s",
                        Found.quoted(path),
                        given.isPresent() ? "choose another prefix" : "set secretPath, or choose another name");
    }

    private void namesAreUniqueAcrossKinds() {
        var owners = new HashMap<String, String>();
        for (var kind : LinkKind.all()) {
            for (var name : draft.names(kind)) {
                var owner = owners.putIfAbsent(name, kind.block());
                draft.at(kind.block(), name)
                        .unless(
                                owner == null,
                                "%s.%s has the same name, and links refer to names; rename one of the two",
                                owner,
                                name);
            }
        }
    }

    /** The last kinds first: then a database whose {@code secret} is that of an entry of secrets is told. */
    private void secretsHaveOneOwner() {
        var owners = new HashMap<String, String>();
        var kinds = new ArrayList<>(LinkKind.all());
        Collections.reverse(kinds);
        for (var kind : kinds) {
            kind.entries(draft.settings()).forEach((name, entry) -> entry.secrets(name)
                    .forEach(secret -> secretIsItsOwn(secret, kind.block(), name, owners)));
        }
    }

    private void secretIsItsOwn(NamedSecret secret, String kind, String name, Map<String, String> owners) {
        var owner = owners.putIfAbsent(secret.name(), kind + "." + name);
        var entry = draft.at(kind, name);
        secret.setting()
                .map(entry::at)
                .orElse(entry)
                .unless(
                        owner == null,
                        secret.setting().isPresent()
                                ? "%s is already the secret of %s; choose another name"
                                : "its URL would be stored in %s, which is already the secret of %s; rename one of the two",
                        Found.quoted(secret.name()),
                        owner);
    }

    /** A database with several replicas has a zone inside the VPC, and in it nothing but their addresses. */
    private void innerNamesAreUnique() {
        var owners = new HashMap<String, String>();
        draft.settings().databases().forEach((name, database) -> {
            if (database.hasSharedReadName()) {
                owners.put(name, "databases." + name);
            }
        });
        draft.settings().services().forEach((name, service) -> {
            var inner = service.discovery().orElse(name);
            var owner = owners.putIfAbsent(inner, "services." + name);
            draft.at("services", name, "discovery")
                    .unless(
                            owner == null,
                            "%s is already the private DNS name of %s; choose another",
                            Found.quoted(inner),
                            owner);
        });
    }

    private void parametersAreTheirOwn() {
        for (var kind : LinkKind.all()) {
            kind.entries(draft.settings()).forEach((name, entry) -> entry.secrets(name).stream()
                    .filter(NamedSecret::isParameter)
                    .forEach(secret -> isNoParameter(secret, kind.block(), name)));
        }
    }

    private void isNoParameter(NamedSecret secret, String kind, String name) {
        var entry = draft.at(kind, name);
        secret.setting()
                .map(entry::at)
                .orElse(entry)
                .unless(
                        !draft.names(LinkKind.PARAMETERS).contains(secret.name()),
                        "%s is already the Parameter Store name of parameters.%s; choose another",
                        Found.quoted(secret.name()),
                        secret.name());
    }
}
