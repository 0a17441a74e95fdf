package org.zhengyou.evaluations.reviews;

import static org.zhengyou.kit.view.Audience.NARROWEST;
import static org.zhengyou.kit.view.Audience.leadersOf;
import static org.zhengyou.kit.view.Audience.self;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.zhengyou.evaluations.cycles.YearEnd;
import org.zhengyou.evaluations.reviews.DutyReportEvent.DutyReportFiled;
import org.zhengyou.evaluations.reviews.MissingReportEvent.MissingReportReasonRecorded;
import org.zhengyou.evaluations.reviews.Reporting.Secretary;
import org.zhengyou.kit.authority.AppointmentFacts.OfficeAppointmentEnded;
import org.zhengyou.kit.authority.AppointmentFacts.OfficeAppointmentMade;
import org.zhengyou.kit.authority.Membership;
import org.zhengyou.kit.authority.OfficeDirectory;
import org.zhengyou.kit.authority.OrganizationDirectory.Entry;
import org.zhengyou.kit.decide.Given;
import org.zhengyou.kit.decide.RefersTo;
import org.zhengyou.kit.view.Audience;
import org.zhengyou.kit.view.Documents;
import org.zhengyou.kit.view.Fact;
import org.zhengyou.kit.view.Index;
import org.zhengyou.kit.view.Values;
import org.zhengyou.kit.view.View;

/**
 * 未述职名单 (S110, S111). Every secretary of a second-tier organisation and every member who has not
 * reported at the latest year-end. The denominators are the registers as of the cycle date, never
 * the reports. One row per organisation and one per member; filter by {@code organization}, and by
 * {@code reasonRecorded:false} for the list that S110 wants empty.
 */
public final class MissingReports extends View<Reporting, MissingReports.Missing> {
    /**
     * A report that is missing.
     *
     * @param year the year whose year-end it is, from its 1 December on
     * @param subjectKind whether an organisation or a member has not reported
     * @param subject who has not
     * @param organization the organisation itself, or the member's branch as of the cycle date
     * @param reporter who has to report: the secretary or the member; null while there is no
     *     secretary
     * @param reasonRecorded whether a reason is on record; {@link MissingReportReasons} has its
     *     words
     */
    public record Missing(
            int year,
            SubjectKind subjectKind,
            @RefersTo(view = "organizations/organization-tree", name = "labelZh")
                    @RefersTo(view = "members/members", name = "name")
                    String subject,
            @RefersTo(view = "organizations/organization-tree", name = "labelZh")
                    String organization,
            @RefersTo(view = "members/members", name = "name") @Nullable String reporter,
            boolean reasonRecorded) {}

    /** The view; its rows are empty. */
    public MissingReports() {
        super("missing-reports", Reporting.class, Missing.class, Reporting::unknown);
    }

    @Override
    public void on(Fact<?> fact, Documents<Reporting> rows) {
        for (String organization : Entry.concerned(fact))
            rows.update(
                    organization, row -> row.with(row.organization().after(organization, fact)));
        Membership.memberOf(fact)
                .ifPresent(
                        member ->
                                rows.update(member, row -> row.with(row.membership().after(fact))));
        switch (fact.event()) {
            case OfficeAppointmentMade e -> {
                if (e.office().equals(OfficeDirectory.SECRETARY))
                    rows.update(
                            e.organization(),
                            row -> row.with(e.appointment(), e.person(), fact, true));
            }
            case OfficeAppointmentEnded e ->
                    rows.update(
                            e.organization(),
                            row -> row.with(e.appointment(), e.person(), fact, false));
            case DutyReportFiled e -> reported(e, fact, rows);
            case MissingReportReasonRecorded e ->
                    rows.update(e.subject().value(), row -> row.withReason(e.year(), fact.order()));
            default -> {}
        }
    }

    private static void reported(DutyReportFiled e, Fact<?> fact, Documents<Reporting> rows) {
        rows.update(e.subject().value(), row -> row.with(e.year(), fact.order()));
        if (e.alsoAsMember())
            rows.update(e.reporter().value(), row -> row.with(e.year(), fact.order()));
    }

    /**
     * The member, whoever has an office or a seat over the organisation or branch, the committee,
     * auditors: ids only.
     */
    @Override
    public Audience audience(Reporting row) {
        return NARROWEST
                .and(leadersOf(row.subject()))
                .and(self(row.subject()))
                .and(leadersOf(row.membership().branches()));
    }

    @Override
    public Index index(Reporting row) {
        Values here = Values.of(row.subject());
        return Index.on("subjectKind", row.kind())
                .and("subject", here)
                .and("organization", here.and(row.membership().branches()))
                .and("reporter", here.and(Values.of(row.secretaries(), Secretary::person)))
                .and("reasonRecorded", Values.of(true, false));
    }

    @Override
    public @Nullable Missing answer(String key, Reporting row, Instant asOf) {
        int year = YearEnd.latest(asOf.atZone(Given.ZONE).toLocalDate());
        if (year < YearEnd.FIRST || row.hasReported(year, asOf)) return null;
        Instant at = YearEnd.cycleDate(year, asOf);
        Entry organization = row.organization();
        if (organization.isSecondTier() && organization.existsAt(at))
            return new Missing(
                    year,
                    SubjectKind.ORGANIZATION,
                    key,
                    key,
                    row.secretaryAt(at).orElse(null),
                    row.hasReason(year, asOf));
        return row.membership()
                .branchAt(at)
                .map(
                        branch ->
                                new Missing(
                                        year,
                                        SubjectKind.MEMBER,
                                        key,
                                        branch,
                                        key,
                                        row.hasReason(year, asOf)))
                .orElse(null);
    }
}
