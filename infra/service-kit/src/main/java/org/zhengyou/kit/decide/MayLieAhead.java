package org.zhengyou.kit.decide;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * 可预定. The command may take effect on a day that is still to come: openings, appointments and
 * deadlines are settled beforehand. A command without this says what happened, and nothing has
 * happened yet on a day to come.
 */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface MayLieAhead {}
