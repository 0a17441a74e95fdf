package org.zhengyou.commendations.directory;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.zhengyou.commendations.directory.ForeignFacts.ActivityHeld;
import org.zhengyou.commendations.directory.ForeignFacts.AttendanceAnnulled;
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
     * @param parts by activity, and branch if it was attended
     */
    public record Row(Ledger<String, Part> parts) {
        /** What was held or attended by this instant, each activity once, in the order of ids. */
        public List<Part> by(Instant asOf) {
            SortedMap<String, Part> once = new TreeMap<>();
            for (Part part : parts.at(asOf).values()) once.putIfAbsent(part.activity(), part);
            return List.copyOf(once.values());
        }

        private Row with(String key, Fact<?> fact, Part part) {
            return new Row(parts.with(key, fact.order(), part));
        }

        private Row without(String key, Fact<?> fact) {
            return new Row(parts.without(key, fact.order()));
        }
    }

    /**
     * The part taken in one activity.
     *
     * @param activity the activity
     * @param theme one of the five
     * @param at when it was held or attended
     * @param event the event's id
     */
    public record Part(String activity, String theme, Instant at, String event) {
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
            case ActivityHeld e -> {
                Part part = part(fact, e.activity(), e.theme());
                rows.update(e.organization(), row -> row.with(e.activity(), fact, part));
            }
            case AttendanceRecorded e -> {
                String key = attendance(e.activity(), e.branch());
                Part part = part(fact, e.activity(), e.theme());
                for (String member : e.present())
                    rows.update(member, row -> row.with(key, fact, part));
            }
            case AttendanceAnnulled e -> {
                String key = attendance(e.activity(), e.branch());
                for (String member : e.members())
                    rows.update(member, row -> row.without(key, fact));
            }
            default -> {}
        }
    }

    private static Part part(Fact<?> fact, String activity, String theme) {
        return new Part(activity, theme, fact.effectiveAt(), fact.id());
    }

    private static String attendance(String activity, String branch) {
        return activity + '/' + branch;
    }
}
