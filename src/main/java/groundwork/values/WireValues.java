package groundwork.values;

import static java.util.stream.Collectors.toList;

import com.google.protobuf.ListValue;
import com.google.protobuf.NullValue;
import com.google.protobuf.Struct;
import com.google.protobuf.Value;
import com.pulumi.core.internal.Constants;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Translates between the engine's wire format and plain values. */
public final class WireValues {
    private static final Value UNKNOWN = text(Constants.UnknownValue);

    private WireValues() {}

    public static SortedMap<String, Object> read(Struct struct) {
        var values = new TreeMap<String, Object>();
        struct.getFieldsMap().forEach((key, value) -> {
            if (value.getKindCase() != Value.KindCase.NULL_VALUE) {
                values.put(key, read(value));
            }
        });
        return Collections.unmodifiableSortedMap(values);
    }

    public static Struct write(Map<String, ?> values) {
        var struct = Struct.newBuilder();
        values.forEach((key, value) -> struct.putFields(key, write(value)));
        return struct.build();
    }

    private static Object read(Value value) {
        return switch (value.getKindCase()) {
            case BOOL_VALUE -> value.getBoolValue();
            case NUMBER_VALUE -> number(value.getNumberValue());
            case STRING_VALUE ->
                value.getStringValue().equals(Constants.UnknownValue) ? Unknown.UNKNOWN : value.getStringValue();
            case LIST_VALUE -> list(value.getListValue());
            case STRUCT_VALUE -> structure(value.getStructValue());
            default -> "";
        };
    }

    private static Object number(double number) {
        return number == Math.rint(number) && Math.abs(number) < 1L << 53 ? (Object) (long) number : (Object) number;
    }

    private static List<Object> list(ListValue list) {
        return list.getValuesList().stream().map(WireValues::read).collect(toList());
    }

    private static Object structure(Struct struct) {
        var signature = struct.getFieldsMap().get(Constants.SpecialSigKey);
        if (signature == null) {
            return read(struct);
        }
        return switch (signature.getStringValue()) {
            case Constants.SpecialSecretSig -> secret(struct);
            case Constants.SpecialOutputSig -> output(struct);
            case Constants.SpecialResourceSig ->
                new Reference(field(struct, Constants.ResourceUrnName), field(struct, Constants.ResourceIdName));
            case Constants.SpecialAssetSig -> asset(Asset.Kind.ASSET, struct);
            case Constants.SpecialArchiveSig -> asset(Asset.Kind.ARCHIVE, struct);
            default -> read(struct);
        };
    }

    private static Object secret(Struct struct) {
        return Secret.of(read(struct.getFieldsOrDefault(Constants.SecretValueName, text(""))));
    }

    private static Object output(Struct struct) {
        var value = struct.getFieldsMap().get(Constants.SecretValueName);
        Object inner = value == null ? Unknown.UNKNOWN : read(value);
        var secret = struct.getFieldsMap().get(Constants.SecretName);
        return secret != null && secret.getBoolValue() ? Secret.of(inner) : inner;
    }

    private static Asset asset(Asset.Kind kind, Struct struct) {
        for (var source : Asset.Source.values()) {
            var content = struct.getFieldsMap().get(source.key());
            if (content != null) {
                return new Asset(kind, source, read(content));
            }
        }
        return new Asset(kind, Asset.Source.TEXT, "");
    }

    private static String field(Struct struct, String name) {
        var value = read(struct.getFieldsOrDefault(name, text("")));
        return value instanceof String text ? text : "";
    }

    private static Value write(Object value) {
        if (value == Unknown.UNKNOWN) {
            return UNKNOWN;
        }
        if (value instanceof String text) {
            return text(text);
        }
        if (value instanceof Boolean bool) {
            return Value.newBuilder().setBoolValue(bool).build();
        }
        if (value instanceof Number number) {
            return Value.newBuilder().setNumberValue(number.doubleValue()).build();
        }
        if (value instanceof Secret secret) {
            return special(Constants.SpecialSecretSig, Constants.SecretValueName, write(secret.value()));
        }
        if (value instanceof Reference reference) {
            return text(reference.toString());
        }
        if (value instanceof Asset asset) {
            return special(signature(asset), asset.source().key(), write(asset.content()));
        }
        if (value instanceof List<?> list) {
            var values = ListValue.newBuilder();
            list.forEach(element -> values.addValues(write(element)));
            return Value.newBuilder().setListValue(values).build();
        }
        if (value instanceof Map<?, ?> map) {
            var struct = Struct.newBuilder();
            map.forEach((key, element) -> struct.putFields((String) key, write(element)));
            return Value.newBuilder().setStructValue(struct).build();
        }
        if (value == null) {
            return Value.newBuilder().setNullValue(NullValue.NULL_VALUE).build();
        }
        throw new IllegalArgumentException(
                "no wire format for " + value.getClass().getName());
    }

    private static String signature(Asset asset) {
        return asset.kind() == Asset.Kind.ASSET ? Constants.SpecialAssetSig : Constants.SpecialArchiveSig;
    }

    private static Value special(String signature, String key, Value value) {
        var struct = Struct.newBuilder()
                .putFields(Constants.SpecialSigKey, text(signature))
                .putFields(key, value);
        return Value.newBuilder().setStructValue(struct).build();
    }

    private static Value text(String text) {
        return Value.newBuilder().setStringValue(text).build();
    }
}
