package org.zhengyou.activities.themes;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.zhengyou.activities.directory.MemberId;
import org.zhengyou.activities.directory.OrganizationId;
import org.zhengyou.activities.themes.AttendanceEvent.AttendanceAnnulled;
import org.zhengyou.activities.themes.AttendanceEvent.AttendanceRecorded;
import org.zhengyou.kit.view.Audience;
import org.zhengyou.kit.view.Documents;
import org.zhengyou.kit.view.Fact;
import org.zhengyou.kit.view.Index;
import org.zhengyou.kit.view.Timeline;
import org.zhengyou.kit.view.Values;
import org.zhengyou.kit.view.View;

/**
 * 出席 (S36). Who was at which activity, or excused; counted by activity, how many were. Heads see it
 * of those they lead, everybody of themselves. What was annulled is not there from when that was
 * recorded. One row per activity, branch and member.
 */
public final class AttendanceView extends View<AttendanceView.Row, AttendanceView.Attended> {
    /** One member at one activity. */
    public record Row(Timeline<Said> said) {}

    /** What a row keeps of a record. */
    public record Said(
            ActivityId activity,
            OrganizationId organization,
            OrganizationId branch,
            ActivityTheme theme,
            MemberId member,
            boolean present) {}

    /**
     * What a reader is shown of a member at an activity.
     *
     * @param activity the activity
     * @param organization who held it
     * @param branch the member's branch on that day
     * @param theme one of the five
     * @param member who
     * @param present whether the member was there; otherwise excused
     * @param recordedFor the date for which that is on record
     */
    public record Attended(
            ActivityId activity,
            OrganizationId organization,
            OrganizationId branch,
            ActivityTheme theme,
            MemberId member,
            boolean present,
            LocalDate recordedFor) {}

    /** The view. */
    public AttendanceView() {
        super("attendance", Row.class, Attended.class, key -> new Row(Timeline.empty()));
    }

    @Override
    public void on(Fact<?> fact, Documents<Row> rows) {
        switch (fact.event()) {
            case AttendanceRecorded e -> {
                for (MemberId member : e.present()) said(rows, fact, e, member, true);
                for (MemberId member : e.excused()) said(rows, fact, e, member, false);
            }
            case AttendanceAnnulled e -> {
                for (MemberId member : e.members())
                    rows.update(key(e, member), row -> new Row(row.said().without(fact.order())));
            }
            default -> {}
        }
    }

    private static void said(
            Documents<Row> rows,
            Fact<?> fact,
            AttendanceRecorded e,
            MemberId member,
            boolean present) {
        var said = new Said(e.activity(), e.organization(), e.branch(), e.theme(), member, present);
        rows.update(key(e, member), row -> new Row(row.said().with(fact.order(), said)));
    }

    private static String key(AttendanceEvent e, MemberId member) {
        return e.activity().value() + '.' + e.branch().value() + '.' + member.value();
    }

    @Override
    public Audience audience(Row row) {
        return Audience.headsOf(Values.of(row.said(), Said::branch))
                .and(Audience.headsOf(Values.of(row.said(), Said::organization)))
                .and(Audience.self(Values.of(row.said(), Said::member)));
    }

    @Override
    public Index index(Row row) {
        return Index.on("activity", row.said(), Said::activity)
                .and("organization", row.said(), Said::organization)
                .and("branch", row.said(), Said::branch)
                .and("theme", row.said(), Said::theme)
                .and("member", row.said(), Said::member)
                .and("present", Values.of(true, false));
    }

    @Override
    public @Nullable Attended answer(String key, Row row, Instant asOf) {
        return row.said().entryAt(asOf).map(AttendanceView::shown).orElse(null);
    }

    private static Attended shown(Timeline.Entry<Said> said) {
        Said e = said.value();
        return new Attended(
                e.activity(),
                e.organization(),
                e.branch(),
                e.theme(),
                e.member(),
                e.present(),
                said.on());
    }
}
