package org.zhengyou.kit.validation;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import jakarta.validation.ReportAsSingleViolation;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Names a document by its digest. SHA-256 in 64 hexadecimal digits names one of this platform, as
 * it told when it took it; any other notation one that is kept elsewhere. In an answer of a view:
 * whoever sees the row may open the document.
 */
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
