package groundwork.settings.secrets;

import groundwork.aws.Arn;
import groundwork.settings.links.Linkable;
import groundwork.settings.links.NamedSecret;
import groundwork.settings.links.Offer;
import groundwork.settings.links.Reach;
import groundwork.settings.marks.Between;
import groundwork.settings.marks.Checked;
import groundwork.settings.marks.Keys;
import groundwork.settings.marks.Matching;
import groundwork.settings.marks.Setting;
import groundwork.settings.marks.Short;
import groundwork.settings.problems.Found;
import groundwork.settings.problems.Problems;
import groundwork.settings.units.Sensitive;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** A secret: one value, a JSON object of values, a generated one, or none until somebody fills it in. */
@Short("value")
public record SecretSettings(
        @Setting(value = "Value, encrypted by `pulumi config set --secret`", example = "{ secure: … }")
                Optional<Sensitive> value,
        @Setting(value = "Several values, stored as one JSON object", example = "{ stripe: { secure: … } }")
                @Keys(value = "\\w[\\w.-]{0,63}", says = "a name of letters, digits, _ . or -")
                Map<String, Sensitive> values,
        @Setting(
                        value =
                                "Keys of a JSON object that somebody fills in by hand once the secret exists; nothing that links to"
                                        + " it starts before",
                        example = "[stripe]")
                @Matching(value = "\\w[\\w.-]{0,63}", says = "a name of letters, digits, _ . or -")
                List<String> keys,
        @Setting(
                        value =
                                "Whether somebody fills in the value by hand, with the command that a preview shows; nothing that"
                                        + " links to it starts before",
                        example = "true")
                boolean byHand,
        @Setting(value = "Generate a value of this length", example = "32") @Between(min = "8", max = "128")
                Optional<Integer> generate,
        @Setting(value = "Rotation interval, with rotationFunction", example = "30d", cost = "each run of the function")
                @Between(min = "1d", max = "1000d")
                Optional<Duration> rotation,
        @Setting(
                        value = "ARN of the Lambda function that rotates it",
                        example = Arn.START + "lambda:…",
                        cost = "what the function costs")
                @Matching(
                        value = Arn.START + "lambda:[a-z0-9-]+:\\d{12}:function:[\\w:-]+",
                        says = "the ARN of a Lambda function")
                Optional<String> rotationFunction,
        @Setting(
                        value =
                                "Store; cheapest is Parameter Store for a value that is given or generated, and Secrets Manager for"
                                        + " what needs rotation, JSON keys or filling in by hand",
                        example = "parameter-store",
                        cost = "$0.40 in Secrets Manager, nothing in Parameter Store")
                StoreChoice store,
        @Setting(value = "Name in the store, below /system/stack/, instead of its own", example = "MONGO_URI")
                @Matching(
                        value = "[\\w.-]{1,100}(/[\\w.-]{1,100}){0,9}",
                        says = "letters, digits, _ . and -, path segments separated by /")
                Optional<String> name,
        @Setting(value = Linkable.RENAMED_FROM, example = "app")
                @Matching(value = Linkable.NAME, says = Linkable.NAME_SAYS)
                Optional<String> renamedFrom)
        implements Checked, Linkable {
    private static final int SECRET_BYTES = 65_536;
    private static final int PARAMETER_BYTES = 4096;

    public enum Store {
        SECRETS_MANAGER,
        PARAMETER_STORE
    }

    public enum StoreChoice {
        SECRETS_MANAGER,
        PARAMETER_STORE,
        CHEAPEST
    }

    /** What a parameter of the standard tier holds; a character may take four bytes. */
    private static final int LONGEST_PARAMETER = 4096 / 4;

    private static final String TEMPLATE = "{{";

    /** A value that somebody filled in would be lost under another name. */
    public String inStore(String entry) {
        return name.or(() -> renamedFrom).orElse(entry);
    }

    /** Where it is. */
    public Store keptIn() {
        return switch (store) {
            case SECRETS_MANAGER -> Store.SECRETS_MANAGER;
            case PARAMETER_STORE -> Store.PARAMETER_STORE;
            case CHEAPEST -> fitsParameter() ? Store.PARAMETER_STORE : Store.SECRETS_MANAGER;
        };
    }

    public boolean isParameter() {
        return keptIn() == Store.PARAMETER_STORE;
    }

    /** A parameter has no keys, no rotation, and can't exist before its value. */
    private boolean fitsParameter() {
        return jsonKeys().isEmpty()
                && rotation.isEmpty()
                && !byHand
                && value.map(Sensitive::value)
                        .filter(it -> it.contains(TEMPLATE) || it.length() > LONGEST_PARAMETER)
                        .isEmpty();
    }

    /** Whether it has no value until somebody gives it one. */
    public boolean isFilledByHand() {
        return byHand || !keys.isEmpty();
    }

    /** The keys of its JSON object, whether their values are given or filled in by hand. */
    public SortedSet<String> jsonKeys() {
        var all = new TreeSet<>(values.keySet());
        all.addAll(keys);
        return all;
    }

    @Override
    public List<NamedSecret> secrets(String entry) {
        return List.of(NamedSecret.chosenBy("name", inStore(entry), isParameter()));
    }

    @Override
    public Reach reach() {
        return Reach.aws(isParameter() ? "ssm" : "secretsmanager");
    }

    @Override
    public SortedSet<Offer> offers() {
        var offers = Offer.all(Offer.VALUE);
        jsonKeys().stream().map(Offer::ofKey).forEach(offers::add);
        return offers;
    }

    private void keysGiveVariablesOfTheirOwn(Problems problems) {
        var givers = new TreeMap<Offer, String>();
        givers.put(Offer.VALUE, "the whole secret");
        jsonKeys().forEach(key -> {
            var giver = givers.putIfAbsent(Offer.ofKey(key), Found.quoted(key));
            problems.at(keys.isEmpty() ? "values" : "keys")
                    .unless(
                            giver == null,
                            "%s gives services the same variable as %s; rename it",
                            Found.quoted(key),
                            giver);
        });
    }

    @Override
    public void check(Problems problems) {
        keysGiveVariablesOfTheirOwn(problems);
        int ways = (value.isPresent() ? 1 : 0)
                + (values.isEmpty() ? 0 : 1)
                + (keys.isEmpty() ? 0 : 1)
                + (byHand ? 1 : 0)
                + (generate.isPresent() ? 1 : 0);
        problems.unless(ways <= 1, "only one of value, values, keys, byHand and generate can be given");
        problems.unless(
                ways > 0,
                "has no value; give it by `pulumi config set --secret --path 'groundwork:%s.value'`, have one made up by"
                        + " generate: 32, or set byHand: true and fill it in once it exists",
                problems.path());
        problems.at("rotation")
                .unless(
                        rotation.isEmpty() || !isFilledByHand(),
                        "there is nothing to rotate before it is filled in; give a value, or remove rotation");
        problems.at("rotation")
                .unless(rotation.isEmpty() || rotationFunction.isPresent(), "needs rotationFunction; set it too");
        problems.at("rotationFunction")
                .unless(rotationFunction.isEmpty() || rotation.isPresent(), "needs rotation; set the interval too");
        problems.at("store")
                .unless(
                        !isParameter() || values.isEmpty() && keys.isEmpty(),
                        "Parameter Store has no JSON keys; declare each as a secret of its own");
        problems.at("value")
                .unless(
                        !isParameter()
                                || value.filter(it -> it.value().contains(TEMPLATE))
                                        .isEmpty(),
                        "Parameter Store takes no value with {{ in it; choose store: secrets-manager");
        problems.at("store").unless(!isParameter() || rotation.isEmpty(), "Parameter Store has no rotation; remove it");
        value.ifPresent(it -> fits(it, problems.at("value")));
    }

    private void fits(Sensitive given, Problems problems) {
        int bytes = given.value().getBytes(StandardCharsets.UTF_8).length;
        int most = isParameter() ? PARAMETER_BYTES : SECRET_BYTES;
        problems.unless(bytes > 0, "is empty; give the value, or set byHand: true and fill it in once it exists");
        problems.unless(bytes <= most, "%d bytes: the store takes %d; put it into a bucket", bytes, most);
    }
}
