package groundwork.simulated.shapes;

import com.pulumi.core.annotations.Export;
import com.pulumi.core.annotations.Import;
import java.lang.reflect.ParameterizedType;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/** What the SDK's own classes say about a resource type: its outputs and its inputs. */
public record SdkType(SortedMap<String, Output> outputs, SortedSet<String> inputs, SortedSet<String> required) {
    private static final Map<String, Optional<SdkType>> SEEN = new ConcurrentHashMap<>();

    /** One declared output: the Java class of its value, and whether it may be absent. */
    public record Output(Class<?> type, boolean optional) {}

    /** The type a token like {@code aws:lb/loadBalancer:LoadBalancer} names, when the SDK has it. */
    public static Optional<SdkType> of(String token) {
        return SEEN.computeIfAbsent(token, SdkType::load);
    }

    public boolean taggable() {
        return outputs.containsKey("tagsAll");
    }

    private static Optional<SdkType> load(String token) {
        var parts = token.split("[:/]");
        if (!parts[0].equals("aws") || parts.length != 4) {
            return Optional.empty();
        }
        String name = "com.pulumi.aws." + (parts[1].equals("index") ? "" : parts[1] + ".") + parts[3];
        try {
            return Optional.of(read(Class.forName(name), Class.forName(name + "Args")));
        } catch (ClassNotFoundException notInTheSdk) {
            return Optional.empty();
        }
    }

    private static SdkType read(Class<?> resource, Class<?> args) {
        var outputs = new TreeMap<String, Output>();
        for (var field : resource.getDeclaredFields()) {
            var export = field.getAnnotation(Export.class);
            if (export != null) {
                outputs.put(export.name(), new Output(export.refs()[0], isOptional(resource, field.getName())));
            }
        }
        var inputs = new TreeSet<String>();
        var required = new TreeSet<String>();
        for (var field : args.getDeclaredFields()) {
            var input = field.getAnnotation(Import.class);
            if (input != null) {
                inputs.add(input.name());
                if (input.required()) {
                    required.add(input.name());
                }
            }
        }
        return new SdkType(outputs, inputs, required);
    }

    /** Whether the getter answers an {@code Output<Optional<…>>}. */
    private static boolean isOptional(Class<?> resource, String field) {
        try {
            var output = (ParameterizedType) resource.getDeclaredMethod(field).getGenericReturnType();
            return output.getActualTypeArguments()[0] instanceof ParameterizedType value
                    && value.getRawType() == Optional.class;
        } catch (NoSuchMethodException impossible) {
            throw new IllegalStateException(resource + " does not give out its " + field, impossible);
        }
    }
}
