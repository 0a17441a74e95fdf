package org.zhengyou.evaluations.reviews;

import static org.zhengyou.kit.view.Audience.NARROWEST;
import static org.zhengyou.kit.view.Audience.leadersOf;
import static org.zhengyou.kit.view.Audience.self;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.zhengyou.evaluations.cycles.CycleId;
import org.zhengyou.evaluations.directory.MemberId;
import org.zhengyou.evaluations.directory.OrganizationId;
import org.zhengyou.evaluations.reviews.DutyReportEvent.DutyReportFiled;
import org.zhengyou.evaluations.schemes.SchemeId;
import org.zhengyou.kit.view.Audience;
import org.zhengyou.kit.view.Documents;
import org.zhengyou.kit.view.Fact;
import org.zhengyou.kit.view.Firsts;
import org.zhengyou.kit.view.Index;
import org.zhengyou.kit.view.Timeline;
import org.zhengyou.kit.view.Values;
import org.zhengyou.kit.view.View;

/**
 * 述职考核一览 (S110-S115). How far each review has come, with the day of each step; no grade and no
 * count. One row per review.
 */
public final class ReviewBoard extends View<ReviewBoard.Row, ReviewBoard.Progress> {
    /**
     * One review.
     *
     * @param reviewed who is reviewed, once the report is filed
     * @param steps when each step was first taken
     */
    public record Row(Timeline<Reviewed> reviewed, Firsts<ReviewStep> steps) {}

    /**
     * What a reader sees of a review.
     *
     * @param cycle its cycle
     * @param year the cycle's year
     * @param subjectKind whether an organisation or a member is reviewed
     * @param subject who is reviewed
     * @param organization the organisation itself, or the member's branch as of the cycle date
     * @param reporter who reports
     * @param scheme the criteria the subject is judged by
     * @param steps the day of each step taken
     * @param next the first step not yet taken; null when all are
     */
    public record Progress(
            CycleId cycle,
            int year,
            SubjectKind subjectKind,
            SubjectId subject,
            OrganizationId organization,
            MemberId reporter,
            SchemeId scheme,
            SortedMap<ReviewStep, LocalDate> steps,
            @Nullable ReviewStep next) {}

    /** The view; its rows are empty. */
    public ReviewBoard() {
        super(
                "review-board",
                Row.class,
                Progress.class,
                key -> new Row(Timeline.empty(), Firsts.empty()));
    }

    @Override
    public void on(Fact<?> fact, Documents<Row> rows) {
        if (fact.event() instanceof ReviewEvent event)
            ReviewStep.of(event)
                    .ifPresent(
                            step ->
                                    rows.update(
                                            event.review().value(), row -> after(row, step, fact)));
    }

    private static Row after(Row row, ReviewStep step, Fact<?> fact) {
        Timeline<Reviewed> reviewed =
                fact.event() instanceof DutyReportFiled e
                        ? row.reviewed().with(fact.order(), Reviewed.of(e))
                        : row.reviewed();
        return new Row(reviewed, row.steps().with(step, fact.order()));
    }

    /**
     * The reporter, the leaders of the organisation and those above it, the committee, auditors.
     */
    @Override
    public Audience audience(Row row) {
        return NARROWEST
                .and(self(Values.of(row.reviewed(), Reviewed::reporter)))
                .and(leadersOf(Values.of(row.reviewed(), Reviewed::organization)));
    }

    @Override
    public Index index(Row row) {
        return Index.on("cycle", row.reviewed(), Reviewed::cycle)
                .and("year", row.reviewed(), Reviewed::year)
                .and("subjectKind", row.reviewed(), Reviewed::subjectKind)
                .and("subject", row.reviewed(), Reviewed::subject)
                .and("organization", row.reviewed(), Reviewed::organization)
                .and("reporter", row.reviewed(), Reviewed::reporter)
                .and("scheme", row.reviewed(), Reviewed::scheme)
                .and("next", List.of(ReviewStep.values()));
    }

    @Override
    public @Nullable Progress answer(String key, Row row, Instant asOf) {
        return row.reviewed().at(asOf).map(one -> progress(one, row, asOf)).orElse(null);
    }

    private static Progress progress(Reviewed one, Row row, Instant asOf) {
        SortedMap<ReviewStep, LocalDate> steps = row.steps().daysAt(asOf);
        ReviewStep next = null;
        for (ReviewStep step : ReviewStep.values())
            if (next == null && !steps.containsKey(step)) next = step;
        return new Progress(
                one.cycle(),
                one.year(),
                one.subjectKind(),
                one.subject(),
                one.organization(),
                one.reporter(),
                one.scheme(),
                steps,
                next);
    }
}
