package org.zhengyou.kit.decide;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * 预演不示结果. What comes of the command is told when it is recorded and not before, such as the count
 * of a ballot: a preview names the events and shows nothing of them.
 */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface Undisclosed {
    /** Whether not even that it would be taken is told beforehand: then there is no preview. */
    boolean outcome() default false;
}
