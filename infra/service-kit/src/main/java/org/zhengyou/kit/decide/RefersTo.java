package org.zhengyou.kit.decide;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * 名称出处. Where a reader finds what an id means. Stands on the record of the {@link Identifier}, or
 * on a component that holds an id as a text; where several stand, one of them knows the id.
 */
@Documented
@Target({ElementType.TYPE, ElementType.FIELD})
@Retention(RetentionPolicy.RUNTIME)
@Repeatable(RefersTo.Any.class)
public @interface RefersTo {
    /**
     * The view that explains the id: {@code service/view}, or {@code view} alone for what every
     * service has in its own.
     */
    String view();

    /** The field of its rows that people know it by. */
    String name();

    /** The field of its rows that holds the id; empty if their key does. */
    String by() default "";

    /** Several. */
    @Documented
    @Target({ElementType.TYPE, ElementType.FIELD})
    @Retention(RetentionPolicy.RUNTIME)
    @interface Any {
        /** One of them knows the id. */
        RefersTo[] value();
    }
}
