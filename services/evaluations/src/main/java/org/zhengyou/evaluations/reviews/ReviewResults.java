package org.zhengyou.evaluations.reviews;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.zhengyou.evaluations.cycles.CycleId;
import org.zhengyou.evaluations.directory.OrganizationId;
import org.zhengyou.evaluations.reviews.AppraisalEvent.AppraisalTallyPublished;
import org.zhengyou.evaluations.reviews.DutyReportEvent.DutyReportFiled;
import org.zhengyou.evaluations.reviews.ReviewResultEvent.ReviewResultDetermined;
import org.zhengyou.evaluations.reviews.ReviewResultEvent.ReviewResultDisclosed;
import org.zhengyou.kit.decide.Given;
import org.zhengyou.kit.personal.Personal;
import org.zhengyou.kit.view.Documents;
import org.zhengyou.kit.view.Fact;
import org.zhengyou.kit.view.Reader;
import org.zhengyou.kit.view.Timeline;
import org.zhengyou.kit.view.View;

/**
 * 评议考核结果 (S115). Grades and tallies, for those to whom they were disclosed and for the committee.
 * One row per review.
 */
public final class ReviewResults implements View<ReviewResults.Row> {
    /**
     * One review.
     *
     * @param reviewed who is reviewed
     * @param tally the published tally
     * @param result the determined result
     * @param disclosed to whom, by audience and scope
     */
    public record Row(
            Timeline<Reviewed> reviewed,
            Timeline<AppraisalTallyPublished> tally,
            Timeline<ReviewResultDetermined> result,
            SortedMap<String, Disclosure> disclosed) {
        /** Copies the map. */
        public Row {
            disclosed = Collections.unmodifiableSortedMap(new TreeMap<>(disclosed));
        }
    }

    /**
     * 通报 (S115).
     *
     * @param audience the kind of audience
     * @param scope the organisation it belongs to
     * @param told the members named
     * @param since when it was told first
     */
    public record Disclosure(
            DisclosureAudience audience,
            OrganizationId scope,
            SortedSet<String> told,
            Instant since) {
        /** Copies the set. */
        public Disclosure {
            told = Collections.unmodifiableSortedSet(new TreeSet<>(told));
        }

        private static Disclosure of(ReviewResultDisclosed e, Instant at) {
            TreeSet<String> told = new TreeSet<>();
            e.told().forEach(member -> told.add(member.value()));
            return new Disclosure(e.audience(), e.scope(), told, at);
        }

        private Disclosure and(Disclosure other) {
            TreeSet<String> both = new TreeSet<>(told);
            both.addAll(other.told);
            return new Disclosure(
                    audience, scope, both, since.isBefore(other.since) ? since : other.since);
        }

        private boolean reaches(Reader reader, Timeline<Reviewed> reviewed) {
            return switch (audience) {
                case SUBJECT -> reviewed.last().map(one -> isSubject(one, reader)).orElse(false);
                case ORGANIZATION -> told.contains(reader.person()) || reader.heads(scope.value());
                case SECOND_TIER -> reader.heads(scope.value());
                case COMMITTEE -> reader.isAtCommittee();
            };
        }

        private static boolean isSubject(Reviewed one, Reader reader) {
            return one.subjectKind() == SubjectKind.MEMBER
                    ? reader.is(one.subject().value())
                    : one.isOpenTo(reader);
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
            LocalDate determinedOn,
            SortedMap<DisclosureAudience, LocalDate> disclosed) {}

    @Override
    public String name() {
        return "review-results";
    }

    @Override
    public Class<Row> row() {
        return Row.class;
    }

    @Override
    public Row empty(String key) {
        return new Row(Timeline.empty(), Timeline.empty(), Timeline.empty(), new TreeMap<>());
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
                            row.disclosed());
            case AppraisalTallyPublished e ->
                    new Row(
                            row.reviewed(),
                            row.tally().with(fact.order(), e),
                            row.result(),
                            row.disclosed());
            case ReviewResultDetermined e ->
                    new Row(
                            row.reviewed(),
                            row.tally(),
                            row.result().with(fact.order(), e),
                            row.disclosed());
            case ReviewResultDisclosed e -> disclosed(row, Disclosure.of(e, fact.effectiveAt()));
            default -> row; // the other steps say nothing of the result
        };
    }

    private static Row disclosed(Row row, Disclosure one) {
        SortedMap<String, Disclosure> more = new TreeMap<>(row.disclosed());
        more.merge(one.audience() + "/" + one.scope().value(), one, Disclosure::and);
        return new Row(row.reviewed(), row.tally(), row.result(), more);
    }

    /**
     * Nothing leaves the audience: whoever was told, and the committee. Auditors are no audience:
     * they verify hashes.
     */
    @Override
    public boolean visible(Row row, Reader reader) {
        return reader.isAtCommittee()
                || row.disclosed().values().stream()
                        .anyMatch(one -> one.reaches(reader, row.reviewed()));
    }

    @Override
    public @Nullable Result answer(String key, Row row, Instant asOf) {
        return row.result().at(asOf).map(e -> result(e, row, asOf)).orElse(null);
    }

    private static Result result(ReviewResultDetermined e, Row row, Instant asOf) {
        SortedMap<DisclosureAudience, LocalDate> disclosed = new TreeMap<>();
        for (Disclosure one : row.disclosed().values())
            if (!one.since().isAfter(asOf))
                disclosed.merge(one.audience(), day(one.since()), (a, b) -> a.isBefore(b) ? a : b);
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
                day(row.result().entries().getLast().from().effectiveAt()),
                disclosed);
    }

    private static LocalDate day(Instant at) {
        return at.atZone(Given.ZONE).toLocalDate();
    }
}
