package org.zhengyou.insight.dashboard;

import static org.zhengyou.insight.dashboard.OrganizationFigures.COMMENDATION;
import static org.zhengyou.insight.dashboard.OrganizationFigures.MEETING;
import static org.zhengyou.insight.dashboard.OrganizationFigures.NOMINATION;
import static org.zhengyou.insight.dashboard.OrganizationFigures.PLAN;
import static org.zhengyou.insight.dashboard.OrganizationFigures.RECEIPT;
import static org.zhengyou.insight.dashboard.OrganizationFigures.REPORT;
import static org.zhengyou.insight.dashboard.OrganizationFigures.RESULT;
import static org.zhengyou.kit.view.Audience.NARROWEST;
import static org.zhengyou.kit.view.Audience.leadersOf;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.zhengyou.insight.facts.ActivitiesFacts.ActivityHeld;
import org.zhengyou.insight.facts.ActivitiesFacts.AttendanceAnnulled;
import org.zhengyou.insight.facts.ActivitiesFacts.AttendanceRecorded;
import org.zhengyou.insight.facts.ActivitiesFacts.MobilizationMeetingHeld;
import org.zhengyou.insight.facts.ActivitiesFacts.PlanAcknowledged;
import org.zhengyou.insight.facts.ActivitiesFacts.PlanAdopted;
import org.zhengyou.insight.facts.ActivitiesFacts.PlanConveyed;
import org.zhengyou.insight.facts.CommendationsFacts.CommendationConferred;
import org.zhengyou.insight.facts.CommendationsFacts.NominationFiled;
import org.zhengyou.insight.facts.EvaluationsFacts.DutyReportFiled;
import org.zhengyou.insight.facts.EvaluationsFacts.ReviewResultDetermined;
import org.zhengyou.insight.facts.MembersFacts.MemberTransferred;
import org.zhengyou.insight.facts.MembersFacts.MembershipEnded;
import org.zhengyou.insight.facts.MembersFacts.PartyMemberRegistered;
import org.zhengyou.insight.facts.OrganizationsFacts.OrganizationDissolved;
import org.zhengyou.insight.facts.OrganizationsFacts.OrganizationEstablished;
import org.zhengyou.insight.facts.OrganizationsFacts.OrganizationsMerged;
import org.zhengyou.kit.view.Audience;
import org.zhengyou.kit.view.Documents;
import org.zhengyou.kit.view.Fact;
import org.zhengyou.kit.view.Index;
import org.zhengyou.kit.view.View;

/** 活动进展 (S103, F70). The dashboard: one row per organisation. */
public final class Dashboard extends View<OrganizationRow, OrganizationFigures> {
    /** The view; its rows are empty. */
    public Dashboard() {
        super(
                "dashboard",
                OrganizationRow.class,
                OrganizationFigures.class,
                OrganizationRow::empty);
    }

    @Override
    public void on(Fact<?> fact, Documents<OrganizationRow> rows) {
        switch (fact.event()) {
            case OrganizationEstablished e ->
                    rows.update(e.organization(), row -> row.established(fact, e));
            case OrganizationDissolved e -> rows.update(e.organization(), row -> row.ended(fact));
            case OrganizationsMerged e -> {
                e.merged().forEach(id -> rows.update(id, row -> row.ended(fact)));
                e.moved().forEach(id -> rows.update(id, row -> row.moved(fact, e.organization())));
            }
            case PartyMemberRegistered e -> member(rows, fact, e.branch(), e.member(), true);
            case MembershipEnded e -> member(rows, fact, e.branch(), e.member(), false);
            case MemberTransferred e -> {
                member(rows, fact, e.from(), e.member(), false);
                member(rows, fact, e.to(), e.member(), true);
            }
            case PlanConveyed e ->
                    rows.update(e.organization(), row -> row.received(fact, e.plan()));
            default -> counted(fact, rows);
        }
    }

    private static void counted(Fact<?> fact, Documents<OrganizationRow> rows) {
        switch (fact.event()) {
            case PlanAdopted e -> first(rows, fact, e.organization(), PLAN, e.plan());
            case PlanAcknowledged e -> first(rows, fact, e.organization(), RECEIPT, e.plan());
            case MobilizationMeetingHeld e ->
                    first(rows, fact, e.organization(), MEETING, fact.id());
            case ActivityHeld e ->
                    first(
                            rows,
                            fact,
                            e.organization(),
                            OrganizationFigures.held(e.theme()),
                            e.activity());
            case AttendanceRecorded e -> {
                if (!e.present().isEmpty()) rows.update(e.branch(), row -> row.attended(e, fact));
            }
            case AttendanceAnnulled e -> rows.update(e.branch(), row -> row.annulled(e, fact));
            case DutyReportFiled e -> first(rows, fact, e.organization(), REPORT, e.review());
            case ReviewResultDetermined e ->
                    first(rows, fact, e.organization(), RESULT, e.review());
            case NominationFiled e ->
                    first(rows, fact, e.organization(), NOMINATION, e.nomination());
            case CommendationConferred e ->
                    first(rows, fact, e.organization(), COMMENDATION, e.nomination());
            default -> {}
        }
    }

    private static void member(
            Documents<OrganizationRow> rows,
            Fact<?> fact,
            String branch,
            String member,
            boolean belongs) {
        rows.update(branch, row -> row.member(fact, member, belongs));
    }

    private static void first(
            Documents<OrganizationRow> rows,
            Fact<?> fact,
            String organization,
            String kind,
            String id) {
        rows.update(organization, row -> row.with(kind, List.of(id), fact));
    }

    /** Whoever leads it or holds a seat over it, and auditors: there are counts only. */
    @Override
    public Audience audience(OrganizationRow row) {
        return NARROWEST.and(leadersOf(row.organization()));
    }

    @Override
    public Index index(OrganizationRow row) {
        return Index.on("organization", row.organization())
                .and("labelZh", row.known(), OrganizationEstablished::labelZh)
                .and("labelEn", row.known(), OrganizationEstablished::labelEn)
                .and("type", row.known(), OrganizationEstablished::type)
                .and("secondTier", row.known(), OrganizationEstablished::isSecondTier)
                .and("parent", row.parent());
    }

    @Override
    public @Nullable OrganizationFigures answer(String key, OrganizationRow row, Instant asOf) {
        if (!row.alive().at(asOf).orElse(false)) return null;
        return row.known().last().map(e -> OrganizationFigures.of(row, e, asOf)).orElse(null);
    }
}
