package org.zhengyou.kit.decide;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * 新标识. An id that the sender of the command makes, best a UUID of version 7 (RFC 9562), which is in
 * the order of time and so lies beside its neighbours in every index; every other id names what is
 * there.
 */
@Documented
@Target(ElementType.FIELD)
@Retention(RetentionPolicy.RUNTIME)
public @interface New {}
