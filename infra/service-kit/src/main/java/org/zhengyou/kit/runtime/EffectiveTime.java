package org.zhengyou.kit.runtime;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.zhengyou.kit.decide.Given;
import org.zhengyou.kit.decide.MayLieAhead;
import org.zhengyou.kit.validation.InvalidCommandException;
import org.zhengyou.kit.validation.Violation;

/** What may be said about when something is true. */
public final class EffectiveTime {
    /** Where a request says it, and under which name it is refused. */
    public static final String FIELD = "Zhengyou-Effective-At";

    /** The founding of the Party: nothing of it was true before. */
    public static final LocalDate EARLIEST = LocalDate.of(1921, 7, 1);

    /** How far ahead something may be said to become true. */
    public static final Duration FURTHEST = Duration.ofDays(366);

    /** How much faster than ours the clock may be of somebody who says that something happened. */
    public static final Duration SKEW = Duration.ofMinutes(1);

    private EffectiveTime() {}

    /**
     * Reads an ISO instant, or an ISO date, which means its first moment at the university.
     *
     * @throws InvalidCommandException if it is neither
     */
    public static Instant parse(String text) {
        try {
            return text.length() == 10
                    ? LocalDate.parse(text).atStartOfDay(Given.ZONE).toInstant()
                    : Instant.parse(text);
        } catch (DateTimeException e) {
            throw invalid(
                    "must be an ISO instant such as 2010-06-15T08:00:00Z, or a date such as"
                            + " 2010-06-15 | 须为 2010-06-15T08:00:00Z 这样的时刻或 2010-06-15 这样的日期");
        }
    }

    /**
     * This instant, to the microsecond.
     *
     * @param command the record of the command that is to be true then
     * @throws InvalidCommandException if it is before {@link #EARLIEST}, or further ahead than
     *     {@link #FURTHEST}, or ahead at all where the command is not {@link MayLieAhead}
     */
    public static Instant checked(Class<?> command, Instant at, Instant now) {
        if (at.isBefore(EARLIEST.atStartOfDay(Given.ZONE).toInstant()))
            throw invalid("must not be before " + EARLIEST + " | 不得早于 " + EARLIEST);
        if (at.isAfter(now.plus(FURTHEST)))
            throw invalid("must not be more than a year ahead | 不得晚于一年之后");
        if (at.isAfter(now.plus(SKEW)) && !command.isAnnotationPresent(MayLieAhead.class))
            throw invalid("must not lie ahead: this says what happened | 不得晚于今日：此命令记录已发生之事");
        return at.truncatedTo(ChronoUnit.MICROS);
    }

    private static InvalidCommandException invalid(String words) {
        return new InvalidCommandException(Violation.of(FIELD, words));
    }
}
