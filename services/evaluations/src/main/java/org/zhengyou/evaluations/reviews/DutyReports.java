package org.zhengyou.evaluations.reviews;

import static org.zhengyou.kit.view.Audience.COMMITTEE;
import static org.zhengyou.kit.view.Audience.headsOf;
import static org.zhengyou.kit.view.Audience.self;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.zhengyou.evaluations.directory.MemberId;
import org.zhengyou.evaluations.reviews.DutyReportEvent.CommentaryGiven;
import org.zhengyou.evaluations.reviews.DutyReportEvent.DutyReportFiled;
import org.zhengyou.evaluations.reviews.DutyReportEvent.PlannedMeasure;
import org.zhengyou.kit.personal.Personal;
import org.zhengyou.kit.view.Audience;
import org.zhengyou.kit.view.Documents;
import org.zhengyou.kit.view.Fact;
import org.zhengyou.kit.view.Index;
import org.zhengyou.kit.view.Ledger;
import org.zhengyou.kit.view.Timeline;
import org.zhengyou.kit.view.Values;
import org.zhengyou.kit.view.View;

/**
 * 述职报告 (S112, S113, S22). What was reported and what leaders said about it, for the reporter and
 * for those who have to judge it. One row per review.
 */
public final class DutyReports extends View<DutyReports.Row, DutyReports.Report> {
    /**
     * One review.
     *
     * @param filed the report
     * @param comments by the leader who commented
     */
    public record Row(Timeline<DutyReportFiled> filed, Ledger<String, CommentaryGiven> comments) {}

    /**
     * What a reader sees of a report.
     *
     * @param year the cycle's year
     * @param subjectKind whether an organisation or a member is reviewed
     * @param subject who is reviewed
     * @param reporter who reports
     * @param practice what was done
     * @param effect what came of it
     * @param problems what is lacking
     * @param measures what will be done about it
     * @param comments what leaders said
     */
    public record Report(
            int year,
            SubjectKind subjectKind,
            SubjectId subject,
            MemberId reporter,
            Personal practice,
            Personal effect,
            List<Personal> problems,
            List<PlannedMeasure> measures,
            List<Comment> comments) {}

    /**
     * 点评 (S113).
     *
     * @param by who commented
     * @param text what was said
     */
    public record Comment(MemberId by, Personal text) {}

    /** The view; its rows are empty. */
    public DutyReports() {
        super(
                "duty-reports",
                Row.class,
                Report.class,
                key -> new Row(Timeline.empty(), Ledger.empty()));
    }

    @Override
    public void on(Fact<?> fact, Documents<Row> rows) {
        switch (fact.event()) {
            case DutyReportFiled e ->
                    rows.update(
                            e.review().value(),
                            row -> new Row(row.filed().with(fact.order(), e), row.comments()));
            case CommentaryGiven e ->
                    rows.update(e.review().value(), row -> commented(row, e, fact));
            default -> {}
        }
    }

    private static Row commented(Row row, CommentaryGiven e, Fact<?> fact) {
        return new Row(row.filed(), row.comments().with(e.by().value(), fact.order(), e));
    }

    /**
     * The reporter, the heads of the organisation and of those above it, the committee. A seat in a
     * body is not enough, and auditors verify hashes, not what people said.
     */
    @Override
    public Audience audience(Row row) {
        return COMMITTEE
                .and(self(Values.of(row.filed(), DutyReportFiled::reporter)))
                .and(headsOf(Values.of(row.filed(), DutyReportFiled::organization)));
    }

    @Override
    public Index index(Row row) {
        return Index.on("year", row.filed(), DutyReportFiled::year)
                .and("subjectKind", row.filed(), DutyReportFiled::subjectKind)
                .and("subject", row.filed(), DutyReportFiled::subject)
                .and("reporter", row.filed(), DutyReportFiled::reporter);
    }

    @Override
    public @Nullable Report answer(String key, Row row, Instant asOf) {
        return row.filed().at(asOf).map(e -> report(e, row, asOf)).orElse(null);
    }

    private static Report report(DutyReportFiled e, Row row, Instant asOf) {
        List<Comment> comments =
                row.comments().at(asOf).values().stream()
                        .map(one -> new Comment(one.by(), one.text()))
                        .toList();
        return new Report(
                e.year(),
                e.subjectKind(),
                e.subject(),
                e.reporter(),
                e.practice(),
                e.effect(),
                e.problems(),
                e.measures(),
                comments);
    }
}
