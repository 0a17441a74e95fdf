package org.zhengyou.commendations.directory;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.zhengyou.commendations.directory.ForeignFacts.ActivityHeld;
import org.zhengyou.commendations.directory.ForeignFacts.AttendanceRecorded;
import org.zhengyou.kit.view.Directory;
import org.zhengyou.kit.view.Documents;
import org.zhengyou.kit.view.Fact;
import org.zhengyou.kit.view.Ledger;

/**
 * 五项活动 (S57, S36, S69). What an organisation held and what a member attended. One row per
 * organisation and one per member, so that a row stays as small as one's own part in it.
 */
public final class ActivityDirectory extends Directory<ActivityDirectory.Row> {
    /**
     * One organisation or member.
     *
     * @param parts by the id of the event
     */
    public record Row(Ledger<String, Part> parts) {
        /** What was held or attended by this instant, in the order of the events' ids. */
        public List<Part> by(Instant asOf) {
            return List.copyOf(parts.at(asOf).values());
        }

        private Row with(Fact<?> fact, Part part) {
            return new Row(parts.with(part.event(), fact.order(), part));
        }
    }

    /**
     * The part taken in one activity.
     *
     * @param theme one of the five
     * @param at when it was held or attended
     * @param event the event's id
     */
    public record Part(String theme, Instant at, String event) {
        /** Whether that was on a day of this period, first and last included. */
        public boolean isWithin(LocalDate from, LocalDate to) {
            return new Period(from, to).covers(at);
        }
    }

    /** The view; its rows are empty. */
    public ActivityDirectory() {
        super("activity-directory", Row.class, key -> new Row(Ledger.empty()));
    }

    @Override
    public void on(Fact<?> fact, Documents<Row> rows) {
        switch (fact.event()) {
            case ActivityHeld e ->
                    rows.update(e.organization(), row -> row.with(fact, part(fact, e.theme())));
            case AttendanceRecorded e -> {
                Part part = part(fact, e.theme());
                for (String member : e.present()) rows.update(member, row -> row.with(fact, part));
            }
            default -> {}
        }
    }

    private static Part part(Fact<?> fact, String theme) {
        return new Part(theme, fact.effectiveAt(), fact.id());
    }
}
