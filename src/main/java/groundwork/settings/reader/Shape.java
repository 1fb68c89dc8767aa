package groundwork.settings.reader;

import com.google.gson.JsonElement;
import groundwork.settings.text.Scalar;
import groundwork.settings.text.Scalars;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a setting can hold, worked out from the type of its record component. */
public sealed interface Shape {

    /** What a person should write. */
    String expects();

    record Leaf(Scalar<?> scalar) implements Shape {
        @Override
        public String expects() {
            return scalar.expects();
        }
    }

    record Maybe(Shape content) implements Shape {
        @Override
        public String expects() {
            return content.expects();
        }
    }

    record Many(Shape element) implements Shape {
        @Override
        public String expects() {
            return "a list";
        }
    }

    record Named(Shape entry) implements Shape {
        @Override
        public String expects() {
            return "a block with a name for each entry";
        }
    }

    record Group(Block block) implements Shape {
        @Override
        public String expects() {
            return block.expects();
        }
    }

    /** Any JSON; whoever holds it says what it may be. */
    record Free() implements Shape {
        @Override
        public String expects() {
            return "a value";
        }
    }

    /** What stands for a value that was not given and has no default, where there is such a thing. */
    default Optional<Object> whenAbsent() {
        if (this instanceof Maybe) {
            return Optional.of(Optional.empty());
        }
        if (this instanceof Many) {
            return Optional.of(List.of());
        }
        return this instanceof Named ? Optional.of(Map.of()) : Optional.empty();
    }

    /** The shape without its being optional. */
    default Shape bare() {
        return this instanceof Maybe maybe ? maybe.content() : this;
    }

    static Shape of(RecordComponent component) {
        return of(component.getGenericType(), component);
    }

    /** Of a type that {@code about} speaks of; its annotations hold for what a generic record leaves open. */
    static Shape of(Type type, RecordComponent about) {
        if (type instanceof ParameterizedType generic) {
            var arguments = generic.getActualTypeArguments();
            if (generic.getRawType() == Optional.class) {
                return new Maybe(of(arguments[0], about));
            }
            if (generic.getRawType() == List.class) {
                return new Many(of(arguments[0], about));
            }
            if (generic.getRawType() == Map.class && arguments[0] == String.class) {
                return new Named(of(arguments[1], about));
            }
            if (generic.getRawType() instanceof Class<?> plain && plain.isRecord()) {
                return new Group(Block.of(plain, arguments[0], about));
            }
        } else if (type instanceof Class<?> plain) {
            if (plain == JsonElement.class) {
                return new Free();
            }
            if (plain.isRecord() && Scalars.find(plain).isEmpty()) {
                return new Group(Block.of(plain));
            }
            return Scalars.find(plain)
                    .map(Leaf::new)
                    .orElseThrow(() -> new IllegalArgumentException("no setting can be a " + plain));
        }
        throw new IllegalArgumentException("no setting can be a " + type);
    }
}
