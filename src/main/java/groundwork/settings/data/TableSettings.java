package groundwork.settings.data;

import groundwork.settings.links.LinkSettings.Access;
import groundwork.settings.links.Linkable;
import groundwork.settings.links.Offer;
import groundwork.settings.links.Reach;
import groundwork.settings.marks.Between;
import groundwork.settings.marks.Checked;
import groundwork.settings.marks.Keys;
import groundwork.settings.marks.Matching;
import groundwork.settings.marks.Setting;
import groundwork.settings.marks.Short;
import groundwork.settings.observe.AlarmRule;
import groundwork.settings.problems.Problems;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.stream.Stream;

/** A DynamoDB table, billed on demand. */
public record TableSettings(
        @Setting("Partition key") Key partitionKey,
        @Setting("Sort key, which orders the items of one partition key") Optional<Key> sortKey,
        @Setting(
                        value = "Attribute with the time, in seconds since 1970, after which DynamoDB deletes an item",
                        example = "expiresAt")
                @Matching(value = Key.ATTRIBUTE, says = Key.SAYS)
                Optional<String> ttl,
        @Setting("Global secondary indexes, by which items are found too; each holds all attributes")
                @Keys(value = "[\\w.-]{3,255}", says = "3 to 255 letters, digits or any of _.-")
                Map<String, Index> indexes,
        @Setting(
                        value = "Point-in-time recovery, to any second of the last 35 days",
                        example = "true",
                        cost = "about $0.20 a GB")
                boolean pointInTimeRecovery,
        @Setting("Its alarms") Alarms alarms,
        @Setting(value = Linkable.PROTECT, example = "false") Optional<Boolean> protect,
        @Setting(value = Linkable.RENAMED_FROM, example = "app")
                @Matching(value = Linkable.NAME, says = Linkable.NAME_SAYS)
                Optional<String> renamedFrom)
        implements Checked, Linkable {
    public static final Offer TABLE = new Offer("table");

    /** An attribute that items are found by. */
    @Short("name")
    public record Key(
            @Setting(value = "Name of the attribute", example = "customer")
                    @Matching(value = Key.ATTRIBUTE, says = Key.SAYS)
                    String name,
            @Setting(value = "Type of the attribute", example = "number") Type type) {
        static final String ATTRIBUTE = "[\\w.-]{1,255}";
        static final String SAYS = "1 to 255 letters, digits or any of _.-";

        public enum Type {
            STRING,
            NUMBER,
            BINARY;

            /** DynamoDB's letter for it. */
            public String letter() {
                return name().substring(0, 1);
            }
        }
    }

    public record Index(
            @Setting("Partition key") Key partitionKey,
            @Setting("Sort key, which orders the items of one partition key") Optional<Key> sortKey) {
        Stream<Key> keys() {
            return Stream.concat(Stream.of(partitionKey), sortKey.stream());
        }
    }

    public record Alarms(
            @Setting(value = "Requests that it turns away within a period", example = "0", cost = "about $0.20")
                    @Between(min = "0", max = "1000000")
                    AlarmRule<Integer> throttles,
            @Setting(value = "Requests that fail within DynamoDB, within a period", example = "5", cost = "about $0.80")
                    @Between(min = "0", max = "1000000")
                    AlarmRule<Integer> errors) {}

    @Override
    public Reach reach() {
        return Reach.aws("dynamodb");
    }

    @Override
    public boolean isBackedUp() {
        return true;
    }

    @Override
    public SortedSet<Offer> offers() {
        return Offer.all(TABLE, Offer.ARN);
    }

    @Override
    public Set<Access> accesses() {
        return EnumSet.of(Access.READ, Access.WRITE, Access.READ_WRITE);
    }

    /** Every attribute that is a key of the table or of an index, once. */
    public List<Key> keys() {
        return Stream.concat(
                        new Index(partitionKey, sortKey).keys(),
                        indexes.values().stream().flatMap(Index::keys))
                .distinct()
                .toList();
    }

    @Override
    public void check(Problems problems) {
        var types = new HashMap<String, Key.Type>();
        keys().forEach(key -> problems.at("indexes")
                .unless(
                        types.putIfAbsent(key.name(), key.type()) == null,
                        "\"%s\" is a key of two types; an attribute has one",
                        key.name()));
        indexes.forEach((name, index) -> problems.at("indexes")
                .at(name)
                .at("sortKey")
                .unless(
                        index.sortKey()
                                .filter(key ->
                                        key.name().equals(index.partitionKey().name()))
                                .isEmpty(),
                        "is the partition key already; name another attribute"));
        sortKey.ifPresent(key -> problems.at("sortKey")
                .unless(
                        !key.name().equals(partitionKey.name()),
                        "\"%s\" is the partition key already; name another attribute",
                        key.name()));
        ttl.ifPresent(attribute -> problems.at("ttl")
                .unless(
                        !attribute.equals(partitionKey.name())
                                && sortKey.filter(key -> attribute.equals(key.name()))
                                        .isEmpty(),
                        "\"%s\" is a key of the table; name another attribute",
                        attribute));
    }
}
