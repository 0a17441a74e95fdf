package org.zhengyou.kit.validation;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import jakarta.validation.ReportAsSingleViolation;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A digest of a document that is kept elsewhere, in whatever notation it was made. */
@Documented
@Text(max = Digest.LONGEST)
@ReportAsSingleViolation
@Constraint(validatedBy = {})
@Target({ElementType.FIELD, ElementType.TYPE_USE})
@Retention(RetentionPolicy.RUNTIME)
public @interface Digest {
    /** The longest digest, in characters. */
    int LONGEST = 128;

    /** What is said of another one. */
    String message() default "{org.zhengyou.Digest}";

    /** Not used here. */
    Class<?>[] groups() default {};

    /** Not used here. */
    Class<? extends Payload>[] payload() default {};
}
