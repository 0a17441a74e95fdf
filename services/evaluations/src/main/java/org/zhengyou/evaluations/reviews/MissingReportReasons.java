package org.zhengyou.evaluations.reviews;

import static org.zhengyou.kit.view.Audience.COMMITTEE;
import static org.zhengyou.kit.view.Audience.headsOf;
import static org.zhengyou.kit.view.Audience.self;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.zhengyou.evaluations.directory.MemberId;
import org.zhengyou.evaluations.directory.OrganizationId;
import org.zhengyou.evaluations.reviews.MissingReportEvent.MissingReportReasonRecorded;
import org.zhengyou.kit.decide.Given;
import org.zhengyou.kit.personal.Personal;
import org.zhengyou.kit.view.Audience;
import org.zhengyou.kit.view.Documents;
import org.zhengyou.kit.view.Fact;
import org.zhengyou.kit.view.Index;
import org.zhengyou.kit.view.Timeline;
import org.zhengyou.kit.view.Values;
import org.zhengyou.kit.view.View;

/**
 * 未述职原因 (S110, S22). Why somebody has not reported, in the words recorded; that there is a reason
 * says {@link MissingReports} to more readers. One row per year and subject.
 */
public final class MissingReportReasons
        extends View<MissingReportReasons.Row, MissingReportReasons.Reason> {
    /**
     * One missing report.
     *
     * @param recorded the reason
     */
    public record Row(Timeline<MissingReportReasonRecorded> recorded) {}

    /**
     * What a reader sees.
     *
     * @param year the cycle's year
     * @param subjectKind whether an organisation or a member has not reported
     * @param subject who has not
     * @param organization the organisation itself, or the member's branch as of the cycle date
     * @param reporter who had to report; null if there was no secretary
     * @param reason why
     * @param recordedOn since when it is on record
     */
    public record Reason(
            int year,
            SubjectKind subjectKind,
            SubjectId subject,
            OrganizationId organization,
            @Nullable MemberId reporter,
            Personal reason,
            LocalDate recordedOn) {}

    /** The view; its rows are empty. */
    public MissingReportReasons() {
        super("missing-report-reasons", Row.class, Reason.class, key -> new Row(Timeline.empty()));
    }

    @Override
    public void on(Fact<?> fact, Documents<Row> rows) {
        if (fact.event() instanceof MissingReportReasonRecorded e)
            rows.update(
                    e.year() + "-" + e.subject().value(),
                    row -> new Row(row.recorded().with(fact.order(), e)));
    }

    /** Who had to report, the heads of the organisation and of those above it, the committee. */
    @Override
    public Audience audience(Row row) {
        return COMMITTEE
                .and(self(Values.of(row.recorded(), MissingReportReasonRecorded::reporter)))
                .and(headsOf(Values.of(row.recorded(), MissingReportReasonRecorded::organization)));
    }

    @Override
    public Index index(Row row) {
        return Index.on("year", row.recorded(), MissingReportReasonRecorded::year)
                .and("subjectKind", row.recorded(), MissingReportReasonRecorded::subjectKind)
                .and("subject", row.recorded(), MissingReportReasonRecorded::subject)
                .and("organization", row.recorded(), MissingReportReasonRecorded::organization)
                .and("reporter", row.recorded(), MissingReportReasonRecorded::reporter)
                .and("recordedOn", Values.daysOf(row.recorded()));
    }

    @Override
    public @Nullable Reason answer(String key, Row row, Instant asOf) {
        return row.recorded().at(asOf).map(e -> reason(e, row)).orElse(null);
    }

    private static Reason reason(MissingReportReasonRecorded e, Row row) {
        Instant since = row.recorded().entries().getFirst().from().effectiveAt();
        return new Reason(
                e.year(),
                e.subjectKind(),
                e.subject(),
                e.organization(),
                e.reporter(),
                e.reason(),
                since.atZone(Given.ZONE).toLocalDate());
    }
}
