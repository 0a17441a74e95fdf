package org.zhengyou.kit.validation;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import jakarta.validation.ReportAsSingleViolation;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.hibernate.validator.constraints.UniqueElements;

/** A list that names nothing twice. */
@Documented
@UniqueElements
@ReportAsSingleViolation
@Constraint(validatedBy = {})
@Target({ElementType.FIELD, ElementType.TYPE_USE})
@Retention(RetentionPolicy.RUNTIME)
public @interface Distinct {
    /** What is said of another one. */
    String message() default "{org.zhengyou.Distinct}";

    /** Not used here. */
    Class<?>[] groups() default {};

    /** Not used here. */
    Class<? extends Payload>[] payload() default {};
}
