package org.zhengyou.kit.validation;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;

/**
 * Dates as people write them: ISO, in a year of four digits. Of others nobody means what is there.
 */
public final class Dates {
    /** The last year that has four digits. */
    public static final int LAST_YEAR = 9_999;

    private Dates() {}

    /**
     * A date such as 2010-06-15.
     *
     * @throws DateTimeException if it is none
     */
    public static LocalDate date(String text) {
        LocalDate date = LocalDate.parse(text);
        requireFourDigits(date.getYear());
        return date;
    }

    /**
     * A month such as 2010-06.
     *
     * @throws DateTimeException if it is none
     */
    public static YearMonth month(String text) {
        YearMonth month = YearMonth.parse(text);
        requireFourDigits(month.getYear());
        return month;
    }

    /**
     * An instant such as 2010-06-15T08:00:00Z.
     *
     * @throws DateTimeException if it is none
     */
    public static Instant instant(String text) {
        Instant instant = Instant.parse(text);
        requireFourDigits(instant.atOffset(ZoneOffset.UTC).getYear());
        return instant;
    }

    private static void requireFourDigits(int year) {
        if (year < 1 || year > LAST_YEAR) throw new DateTimeException("no year of four digits");
    }
}
