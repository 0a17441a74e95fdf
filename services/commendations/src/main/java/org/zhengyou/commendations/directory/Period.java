package org.zhengyou.commendations.directory;

import java.time.Instant;
import java.time.LocalDate;
import org.zhengyou.kit.decide.Given;

/**
 * 表彰期 (S85). The period that counts.
 *
 * @param from its first day
 * @param to its last day
 */
record Period(LocalDate from, LocalDate to) {
    /** Whether this instant lies on one of its days, first and last included. */
    boolean covers(Instant at) {
        LocalDate day = at.atZone(Given.ZONE).toLocalDate();
        return !day.isBefore(from) && !day.isAfter(to);
    }
}
