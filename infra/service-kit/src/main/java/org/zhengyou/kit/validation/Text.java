package org.zhengyou.kit.validation;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A text of so many characters, blanks around it not counted. A rare Han character is one character
 * to whoever wrote it, and counts as one. Absent is right.
 */
@Documented
@Constraint(validatedBy = TextLength.class)
@Target({ElementType.FIELD, ElementType.TYPE_USE, ElementType.ANNOTATION_TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface Text {
    /** The fewest characters; 0 where it may be empty. */
    int min() default 1;

    /** The most characters. */
    int max();

    /** What is said of another one. */
    String message() default "{org.zhengyou.Text}";

    /** Not used here. */
    Class<?>[] groups() default {};

    /** Not used here. */
    Class<? extends Payload>[] payload() default {};
}
