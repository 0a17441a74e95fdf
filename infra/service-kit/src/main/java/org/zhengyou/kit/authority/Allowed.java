package org.zhengyou.kit.authority;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * 权限声明 (S93, S95). Who may send a command, for clients to know beforehand; what counts is what the
 * decision asks. A scenario fails when a decision asks for something that is not declared. Where
 * several stand, one of them suffices.
 */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Repeatable(Allowed.Any.class)
public @interface Allowed {
    /**
     * The function the office carries; none where the level says it all: {@link
     * Level#COMMITTEE_ITSELF}, {@link Level#ABOVE_COMMITTEE}, {@link Level#SELF} and {@link
     * Level#SETUP}.
     */
    OfficeFunction[] function() default {};

    /** Where the office is held. */
    Level level() default Level.OVER;

    /**
     * The field of the command that names the organisation (the person for {@link Level#SELF}).
     * Empty where it is known of what the command is about, and does not stand in the command.
     */
    String over() default "";

    /** The clauses that say so; which one may depend on what the command says. */
    String[] clause();

    /** Where an office is held, seen from the organisation concerned. */
    enum Level {
        /** 本级及以上: over the organisation, there or at one above it. */
        OVER,
        /** 本级: at the organisation itself. */
        OWN,
        /** 上级: over the organisation above that of the subject. */
        ABOVE,
        /** 学校党委: at the university Party committee. */
        COMMITTEE,
        /**
         * 学校党委书记、副书记: as secretary or deputy secretary of the university Party committee, not by a
         * seat.
         */
        COMMITTEE_ITSELF,
        /**
         * 上级党组织: by the token role {@code SETUP}, which brings in what was decided above the
         * university Party committee.
         */
        ABOVE_COMMITTEE,
        /** 初始设置: by the token role {@code SETUP}, as long as no office was ever filled. */
        SETUP,
        /** 本人: by being the person concerned. */
        SELF
    }

    /** Several. */
    @Documented
    @Target(ElementType.TYPE)
    @Retention(RetentionPolicy.RUNTIME)
    @interface Any {
        /** One of them suffices. */
        Allowed[] value();
    }
}
