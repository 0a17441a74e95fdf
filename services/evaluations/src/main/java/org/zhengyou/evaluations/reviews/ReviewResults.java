package org.zhengyou.evaluations.reviews;

import static org.zhengyou.kit.view.Audience.COMMITTEE;
import static org.zhengyou.kit.view.Audience.headsOf;
import static org.zhengyou.kit.view.Audience.self;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.zhengyou.evaluations.cycles.CycleId;
import org.zhengyou.evaluations.directory.MemberId;
import org.zhengyou.evaluations.directory.OrganizationId;
import org.zhengyou.evaluations.reviews.AppraisalEvent.AppraisalTallyPublished;
import org.zhengyou.evaluations.reviews.DutyReportEvent.DutyReportFiled;
import org.zhengyou.evaluations.reviews.ReviewResultEvent.ReviewResultDetermined;
import org.zhengyou.evaluations.reviews.ReviewResultEvent.ReviewResultDisclosed;
import org.zhengyou.kit.personal.Personal;
import org.zhengyou.kit.runtime.EventMetadata;
import org.zhengyou.kit.validation.Digest;
import org.zhengyou.kit.view.Audience;
import org.zhengyou.kit.view.Documents;
import org.zhengyou.kit.view.Fact;
import org.zhengyou.kit.view.Firsts;
import org.zhengyou.kit.view.Index;
import org.zhengyou.kit.view.Ledger;
import org.zhengyou.kit.view.Timeline;
import org.zhengyou.kit.view.Values;
import org.zhengyou.kit.view.View;

/**
 * 评议考核结果 (S115). Grades and tallies, for those to whom they were disclosed and for the committee.
 * One row per review.
 */
public final class ReviewResults extends View<ReviewResults.Row, ReviewResults.Result> {
    /**
     * One review.
     *
     * @param reviewed who is reviewed
     * @param tally the published tally
     * @param result the determined result
     * @param determinedBy who determined it, whoever entered it
     * @param disclosed to whom, by audience and scope
     * @param since when each kind of audience was first told
     */
    public record Row(
            Timeline<Reviewed> reviewed,
            Timeline<AppraisalTallyPublished> tally,
            Timeline<ReviewResultDetermined> result,
            Timeline<String> determinedBy,
            Ledger<String, Disclosure> disclosed,
            Firsts<DisclosureAudience> since) {}

    /**
     * 通报 (S115).
     *
     * @param audience the kind of audience
     * @param scope the organisation it belongs to
     * @param told the members named
     */
    public record Disclosure(
            DisclosureAudience audience, OrganizationId scope, List<MemberId> told) {
        /** Copies the list. */
        public Disclosure {
            told = List.copyOf(told);
        }

        private Audience audience(Timeline<Reviewed> reviewed) {
            return switch (audience) {
                case SUBJECT -> subjects(reviewed);
                case ORGANIZATION -> self(Values.of(told)).and(headsOf(scope.value()));
                case SECOND_TIER -> headsOf(scope.value());
                case COMMITTEE -> COMMITTEE;
            };
        }

        /** A member; or the reporter of an organisation and its heads. */
        private static Audience subjects(Timeline<Reviewed> reviewed) {
            return self(Values.of(reviewed, one -> one.isMember() ? one.subject() : one.reporter()))
                    .and(
                            headsOf(
                                    Values.of(
                                            reviewed,
                                            one -> one.isMember() ? null : one.organization())));
        }
    }

    /**
     * What a reader sees of a result.
     *
     * @param cycle the cycle
     * @param year the cycle's year
     * @param subjectKind whether an organisation or a member was reviewed
     * @param subject who was reviewed
     * @param organization the organisation itself, or the member's branch as of the cycle date
     * @param grade the grade
     * @param grounds why this grade
     * @param members the members' papers; null if the tally is not known at that instant
     * @param masses the masses' papers; null if the tally is not known at that instant
     * @param rollDigest SHA-256 of the rolls; null if the tally is not known at that instant
     * @param scanDigest SHA-256 of the scanned papers; null likewise
     * @param determinedOn when it was determined
     * @param disclosed when it was first told to each kind of audience
     */
    public record Result(
            CycleId cycle,
            int year,
            SubjectKind subjectKind,
            SubjectId subject,
            OrganizationId organization,
            Grade grade,
            Personal grounds,
            @Nullable Tally members,
            @Nullable Tally masses,
            @Digest @Nullable String rollDigest,
            @Digest @Nullable String scanDigest,
            LocalDate determinedOn,
            SortedMap<DisclosureAudience, LocalDate> disclosed) {}

    /** The view; its rows are empty. */
    public ReviewResults() {
        super(
                "review-results",
                Row.class,
                Result.class,
                key ->
                        new Row(
                                Timeline.empty(),
                                Timeline.empty(),
                                Timeline.empty(),
                                Timeline.empty(),
                                Ledger.empty(),
                                Firsts.empty()));
    }

    @Override
    public void on(Fact<?> fact, Documents<Row> rows) {
        if (fact.event() instanceof ReviewEvent event)
            rows.update(event.review().value(), row -> after(row, event, fact));
    }

    private static Row after(Row row, ReviewEvent event, Fact<?> fact) {
        return switch (event) {
            case DutyReportFiled e ->
                    new Row(
                            row.reviewed().with(fact.order(), Reviewed.of(e)),
                            row.tally(),
                            row.result(),
                            row.determinedBy(),
                            row.disclosed(),
                            row.since());
            case AppraisalTallyPublished e ->
                    new Row(
                            row.reviewed(),
                            row.tally().with(fact.order(), e),
                            row.result(),
                            row.determinedBy(),
                            row.disclosed(),
                            row.since());
            case ReviewResultDetermined e ->
                    new Row(
                            row.reviewed(),
                            row.tally(),
                            row.result().with(fact.order(), e),
                            row.determinedBy().with(fact.order(), principal(fact)),
                            row.disclosed(),
                            row.since());
            case ReviewResultDisclosed e -> disclosed(row, e, fact);
            default -> row; // the other steps say nothing of the result
        };
    }

    private static Row disclosed(Row row, ReviewResultDisclosed e, Fact<?> fact) {
        String to = e.audience() + "/" + e.scope().value();
        var told = new Disclosure(e.audience(), e.scope(), e.told());
        var more = row.disclosed().with(to, fact.order(), told);
        var since = row.since().with(e.audience(), fact.order());
        return new Row(row.reviewed(), row.tally(), row.result(), row.determinedBy(), more, since);
    }

    /** Who acted, or in whose place somebody else did. */
    private static String principal(Fact<?> fact) {
        return fact.metadata().getOrDefault(EventMetadata.ON_BEHALF_OF, fact.actor());
    }

    /**
     * Nothing leaves the audience: whoever was told, whoever determined it, who knows it, and the
     * committee. Auditors are no audience: they verify hashes.
     */
    @Override
    public Audience audience(Row row) {
        Audience all = COMMITTEE.and(self(row.determinedBy()));
        for (Timeline<Disclosure> told : row.disclosed().lines().values())
            for (Disclosure one : told.values()) all = all.and(one.audience(row.reviewed()));
        return all;
    }

    @Override
    public Index index(Row row) {
        return Index.on("cycle", row.result(), ReviewResultDetermined::cycle)
                .and("year", row.result(), ReviewResultDetermined::year)
                .and("subjectKind", row.result(), ReviewResultDetermined::subjectKind)
                .and("subject", row.result(), ReviewResultDetermined::subject)
                .and("organization", row.result(), ReviewResultDetermined::organization)
                .and("grade", row.result(), ReviewResultDetermined::grade)
                .and("rollDigest", row.tally(), AppraisalTallyPublished::rollDigest)
                .and("scanDigest", row.tally(), AppraisalTallyPublished::scanDigest)
                .and("determinedOn", Values.daysOf(row.result()));
    }

    @Override
    public @Nullable Result answer(String key, Row row, Instant asOf) {
        return row.result().entryAt(asOf).map(last -> result(last, row, asOf)).orElse(null);
    }

    private static Result result(
            Timeline.Entry<ReviewResultDetermined> last, Row row, Instant asOf) {
        ReviewResultDetermined e = last.value();
        AppraisalTallyPublished tally = row.tally().at(asOf).orElse(null);
        return new Result(
                e.cycle(),
                e.year(),
                e.subjectKind(),
                e.subject(),
                e.organization(),
                e.grade(),
                e.grounds(),
                tally == null ? null : tally.members(),
                tally == null ? null : tally.masses(),
                tally == null ? null : tally.rollDigest(),
                tally == null ? null : tally.scanDigest(),
                last.on(),
                row.since().daysAt(asOf));
    }
}
