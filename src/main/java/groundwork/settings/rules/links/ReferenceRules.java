package groundwork.settings.rules.links;

import groundwork.settings.LinkKind;
import groundwork.settings.messaging.TopicSettings;
import groundwork.settings.problems.Found;
import groundwork.settings.rules.Draft;
import groundwork.settings.secrets.ExternalSettings;
import groundwork.settings.secrets.SecretSettings;

/** Names that are given anywhere but in links are declared too. */
public record ReferenceRules(Draft draft) {
    public void check() {
        draft.settings().topics().forEach(this::queuesOfTopic);
        draft.settings().secrets().forEach(this::rotatedInTheRegion);
        draft.settings().externals().forEach(this::portIsThatOfTheServers);
        draft.settings().externals().forEach((name, external) -> external.secret()
                .filter(secret -> !draft.names(LinkKind.SECRETS).contains(secret))
                .ifPresent(secret -> draft.at("externals", name, "secret")
                        .add("%s", LinkRules.undeclared(secret, draft.names(LinkKind.SECRETS)))));
    }

    private void rotatedInTheRegion(String name, SecretSettings secret) {
        secret.rotationFunction()
                .filter(arn -> draft.isSound("aws:region"))
                .map(arn -> arn.split(":")[3])
                .ifPresent(region -> draft.at("secrets", name, "rotationFunction")
                        .unless(
                                region.equals(draft.region()),
                                "the function is in %s, but Secrets Manager calls one in %s; give one there",
                                region,
                                draft.region()));
    }

    private void portIsThatOfTheServers(String name, ExternalSettings external) {
        draft.at("externals", name, "port")
                .unless(
                        !external.isFoundBySrvRecord() || draft.isWritten("externals", name, "port"),
                        "not set: %s names its servers in DNS, and only the port given here is opened; give theirs, which is"
                                + " 27017 for MongoDB",
                        external.scheme());
    }

    private void queuesOfTopic(String name, TopicSettings topic) {
        for (int i = 0; i < topic.queues().size(); i++) {
            var queue = topic.queues().get(i);
            var at = draft.at("topics", name, "queues").at(i);
            if (!draft.names(LinkKind.QUEUES).contains(queue)) {
                at.add("%s", LinkRules.undeclared(queue, draft.names(LinkKind.QUEUES)));
            } else if (draft.isSound("queues", queue)) {
                at.unless(
                        !draft.settings().queues().get(queue).fifo(),
                        "%s is FIFO, and a standard topic can't deliver to it; link to the queue, or remove "
                                + "queues.%s.fifo",
                        Found.quoted(queue),
                        queue);
            }
        }
    }
}
