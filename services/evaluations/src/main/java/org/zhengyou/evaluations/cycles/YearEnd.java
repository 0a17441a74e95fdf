package org.zhengyou.evaluations.cycles;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;
import java.time.temporal.ChronoUnit;
import org.zhengyou.kit.decide.Given;

/**
 * 年底 (S109). When the review of a year takes place, and as of when the registers count: as of 31
 * December of the year, and until then as of the day of the act. So the registers alone say who has
 * to report, whether or not the cycle was opened in time.
 */
public final class YearEnd {
    /** The year of the first cycle: the campaign began in June 2010 (S3). */
    public static final int FIRST = 2010;

    private YearEnd() {}

    /**
     * Whether the cycle of the year may be opened on this day: in December, or in January after.
     */
    static boolean isDue(int year, LocalDate on) {
        Month due = on.getYear() == year ? Month.DECEMBER : Month.JANUARY;
        return on.getMonth() == due && (on.getYear() == year || on.getYear() == year + 1);
    }

    /** The year whose end is the latest that has come, from 1 December on. */
    public static int latest(LocalDate on) {
        return on.getMonth() == Month.DECEMBER ? on.getYear() : on.getYear() - 1;
    }

    /** 考核基准时点: as of when the registers count for the cycle of the year. */
    public static Instant cycleDate(int year, Instant act) {
        Instant end =
                LocalDate.of(year + 1, Month.JANUARY, 1)
                        .atStartOfDay(Given.ZONE)
                        .toInstant()
                        .minus(1, ChronoUnit.MICROS);
        return act.isBefore(end) ? act : end;
    }
}
