package groundwork.settings.secrets;

import groundwork.aws.Arn;
import groundwork.settings.links.Linkable;
import groundwork.settings.links.Offer;
import groundwork.settings.marks.Between;
import groundwork.settings.marks.Checked;
import groundwork.settings.marks.Keys;
import groundwork.settings.marks.Matching;
import groundwork.settings.marks.Setting;
import groundwork.settings.marks.Short;
import groundwork.settings.problems.Problems;
import groundwork.settings.reader.Found;
import groundwork.settings.units.Sensitive;
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
        @Setting(value = "The one value, encrypted by `pulumi config set --secret`", example = "{ secure: … }")
                Optional<Sensitive> value,
        @Setting(value = "Several values, kept as one JSON object", example = "{ stripe: { secure: … } }")
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
        @Setting(value = "Make up a value of this length", example = "32", replaces = "the value")
                @Between(min = "8", max = "128")
                Optional<Integer> generate,
        @Setting(
                        value = "Rotate this often, by the named function",
                        example = "30d",
                        cost = "nothing by itself; each run of the function")
                @Between(min = "1d", max = "1000d")
                Optional<Duration> rotation,
        @Setting(
                        value = "The Lambda function that rotates it",
                        example = Arn.START + "lambda:…",
                        cost = "what the function costs")
                @Matching(
                        value = Arn.START + "lambda:[a-z0-9-]+:\\d{12}:function:[\\w:-]+",
                        says = "the ARN of a Lambda function")
                Optional<String> rotationFunction,
        @Setting(
                        value = "Where it is kept",
                        example = "parameter-store",
                        cost = "$0.40 in Secrets Manager, nothing in Parameter Store",
                        replaces = "the secret")
                Store store,
        @Setting(
                        value = "Its name in the store, below /system/stack/, in place of its own",
                        example = "MONGO_URI",
                        replaces = "the secret")
                @Matching(
                        value = "[\\w.-]{1,100}(/[\\w.-]{1,100}){0,9}",
                        says = "letters, digits, _ . and -, in levels parted by /")
                Optional<String> name)
        implements Checked, Linkable {

    public enum Store {
        SECRETS_MANAGER,
        PARAMETER_STORE
    }

    public boolean isParameter() {
        return store == Store.PARAMETER_STORE;
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
                .unless(
                        rotation.isEmpty() || rotationFunction.isPresent(),
                        "nothing would rotate it; give rotationFunction too");
        problems.at("rotationFunction")
                .unless(rotationFunction.isEmpty() || rotation.isPresent(), "rotation, how often, must be given too");
        problems.at("store")
                .unless(
                        !isParameter() || values.isEmpty() && keys.isEmpty(),
                        "Parameter Store hands out whole values; make each of them a secret of its own");
        problems.at("value")
                .unless(
                        !isParameter()
                                || value.filter(it -> it.value().contains("{{")).isEmpty(),
                        "Parameter Store takes no value with {{ in it; choose store: secrets-manager");
        problems.at("store")
                .unless(!isParameter() || rotation.isEmpty(), "Parameter Store rotates nothing; remove rotation");
    }
}
