package groundwork.settings.reader;

import static java.util.stream.Collectors.joining;

import com.google.gson.JsonElement;
import groundwork.settings.marks.Short;
import groundwork.settings.units.Sensitive;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The keys of a settings record, in their order. */
public final class Block {
    private static final ClassValue<Block> BLOCKS = new ClassValue<>() {
        @Override
        protected Block computeValue(Class<?> type) {
            return new Block(type, Field::of);
        }
    };

    private final List<Field> fields;
    private final List<String> names;
    private final boolean holdsSecrets;
    private final Optional<Field> shortForm;
    private final Constructor<?> constructor;

    private Block(Class<?> type, Function<RecordComponent, Field> field) {
        var components = type.getRecordComponents();
        fields = Arrays.stream(components).map(field).toList();
        names = fields.stream().map(Field::name).toList();
        holdsSecrets = fields.stream().map(each -> innermost(each.shape())).anyMatch(Block::isSecret);
        shortForm = Optional.ofNullable(type.getAnnotation(Short.class))
                .map(form -> fields.get(names.indexOf(form.value())));
        try {
            constructor = type.getDeclaredConstructor(
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
        } catch (NoSuchMethodException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    public static Block of(Class<?> type) {
        return BLOCKS.get(type);
    }

    /** A record with one component {@code Optional<T>}, of which {@code about} says what {@code T} is and may be. */
    static Block of(Class<?> type, Type argument, RecordComponent about) {
        return new Block(
                type, component -> isOpen(component) ? Field.of(component, argument, about) : Field.of(component));
    }

    private static boolean isOpen(RecordComponent component) {
        return component.getGenericType() instanceof ParameterizedType generic
                && generic.getActualTypeArguments()[0] instanceof TypeVariable<?>;
    }

    public List<Field> fields() {
        return fields;
    }

    public List<String> names() {
        return names;
    }

    /** The key that a bare value stands for. */
    public Optional<Field> shortForm() {
        return shortForm;
    }

    boolean takes(JsonElement json) {
        return json.isJsonObject()
                || shortForm
                        .filter(form -> json.isJsonArray() == form.shape() instanceof Shape.Many)
                        .isPresent();
    }

    /** Nothing below such a block may be repeated in a message: somebody may have put its secret beside the right key. */
    boolean holdsSecrets() {
        return holdsSecrets;
    }

    /** Whether a secret may stand in such a value, however deep. */
    static boolean mayHoldSecrets(Shape shape) {
        var innermost = innermost(shape);
        return innermost instanceof Shape.Group group
                ? group.block().fields().stream().anyMatch(field -> mayHoldSecrets(field.shape()))
                : isSecret(innermost);
    }

    private static boolean isSecret(Shape innermost) {
        return innermost instanceof Shape.Leaf leaf && leaf.scalar().type() == Sensitive.class;
    }

    private static Shape innermost(Shape shape) {
        var bare = shape.bare();
        if (bare instanceof Shape.Many many) {
            return innermost(many.element());
        }
        return bare instanceof Shape.Named named ? innermost(named.entry()) : bare;
    }

    String expects() {
        var keys = names().stream().limit(4).collect(joining(", "));
        var block = "a block of " + keys + (fields.size() > 4 ? ", …" : "");
        return shortForm
                .map(field -> field.expects(field.shape()) + ", or " + block)
                .orElse(block);
    }

    Object create(List<Object> values) {
        try {
            return constructor.newInstance(values.toArray());
        } catch (InvocationTargetException | InstantiationException | IllegalAccessException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
