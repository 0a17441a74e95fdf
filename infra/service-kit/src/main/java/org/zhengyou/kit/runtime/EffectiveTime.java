package org.zhengyou.kit.runtime;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.zhengyou.kit.decide.Given;

/** What may be said about when something is true. */
public final class EffectiveTime {
    /** The founding of the Party: nothing of it was true before. */
    public static final LocalDate EARLIEST = LocalDate.of(1921, 7, 1);

    /** How far ahead something may be said to become true. */
    public static final Duration FURTHEST = Duration.ofDays(366);

    private EffectiveTime() {}

    /**
     * Reads an ISO instant, or an ISO date, which means its first moment at the university.
     *
     * @throws IllegalArgumentException if it is neither, or {@link #checked} refuses it
     */
    public static Instant parse(String text, Instant now) {
        try {
            return checked(
                    text.length() == 10
                            ? LocalDate.parse(text).atStartOfDay(Given.ZONE).toInstant()
                            : Instant.parse(text),
                    now);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(
                    "must be an ISO instant such as 2010-06-15T08:00:00Z, or a date such as"
                            + " 2010-06-15",
                    e);
        }
    }

    /**
     * This instant, to the microsecond.
     *
     * @throws IllegalArgumentException if it is before {@link #EARLIEST} or further ahead than
     *     {@link #FURTHEST}
     */
    public static Instant checked(Instant at, Instant now) {
        if (at.isBefore(EARLIEST.atStartOfDay(Given.ZONE).toInstant()))
            throw new IllegalArgumentException("must not be before " + EARLIEST);
        if (at.isAfter(now.plus(FURTHEST)))
            throw new IllegalArgumentException("must not be more than a year ahead");
        return at.truncatedTo(ChronoUnit.MICROS);
    }
}
