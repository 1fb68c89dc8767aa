package groundwork.settings.marks;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What one key of a stack file means; the schema, the option reference and the error messages are all made from it. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Setting {
    String NOTHING = "nothing";

    String value();

    /** A value of it; of a block its settings have theirs. */
    String example() default "";

    /** What it adds to a month's bill, at the list prices of US East. */
    String cost() default NOTHING;
}
