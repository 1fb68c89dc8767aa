package groundwork.settings.marks;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Names the component that a bare value (or list) stands for: {@code spot: 50%} is {@code spot: { share: 50% }}. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Short {
    String value();
}
