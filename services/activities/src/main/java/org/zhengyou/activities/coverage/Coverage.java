package org.zhengyou.activities.coverage;

import static org.zhengyou.kit.view.Audience.NARROWEST;
import static org.zhengyou.kit.view.Audience.leadersOf;
import static org.zhengyou.kit.view.Audience.self;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.zhengyou.activities.directory.MemberId;
import org.zhengyou.activities.plans.PlanEvent.PlanAcknowledged;
import org.zhengyou.activities.plans.PlanEvent.PlanAdopted;
import org.zhengyou.activities.plans.PlanEvent.PlanConveyed;
import org.zhengyou.activities.plans.PlanEvent.PlanTaskAssigned;
import org.zhengyou.activities.themes.ActivityEvent.ActivityHeld;
import org.zhengyou.activities.themes.ActivityTheme;
import org.zhengyou.activities.themes.AttendanceEvent;
import org.zhengyou.activities.themes.AttendanceEvent.AttendanceAnnulled;
import org.zhengyou.activities.themes.AttendanceEvent.AttendanceRecorded;
import org.zhengyou.kit.authority.AppointmentFacts.OrganizationEstablished;
import org.zhengyou.kit.authority.Membership;
import org.zhengyou.kit.authority.OrganizationDirectory.Entry;
import org.zhengyou.kit.decide.Identifier;
import org.zhengyou.kit.decide.RefersTo;
import org.zhengyou.kit.view.Audience;
import org.zhengyou.kit.view.Documents;
import org.zhengyou.kit.view.Fact;
import org.zhengyou.kit.view.Index;
import org.zhengyou.kit.view.Values;
import org.zhengyou.kit.view.View;

/**
 * 覆盖 (S55, S57, F13). Every second-tier organisation, every branch and every member: what reached
 * it and what is missing. The denominators are the registers, never the activities, so somebody who
 * joins late is missing everything, and somebody who moves keeps the themes attended but is given a
 * task again by the plan of the new branch. One row per organisation and one per member.
 */
public final class Coverage extends View<CoverageRow, Coverage.Reach> {
    /** 方案已签收: the plan last conveyed to a second-tier organisation was acknowledged. */
    static final String PLAN_ACKNOWLEDGED = "PLAN_ACKNOWLEDGED";

    /** 方案已制定: the organisation adopted its own plan. */
    static final String PLAN_ADOPTED = "PLAN_ADOPTED";

    /** 任务已落实: the member has a task by the plan of the present branch. */
    static final String PLAN_TASK = "PLAN_TASK";

    /** All that may be missing. */
    private static final Values MISSABLE =
            Values.of(needed(PLAN_ACKNOWLEDGED))
                    .and(Values.of(needed(PLAN_ADOPTED)))
                    .and(Values.of(PLAN_TASK));

    /** Whether a row of the answer is an organisation or a member. */
    public enum Kind {
        /** 党组织. */
        ORGANIZATION,
        /** 党员. */
        MEMBER
    }

    /**
     * What a reader sees of one organisation or member.
     *
     * @param kind which of the two
     * @param subject its id
     * @param organization the organisation itself, or the member's branch at that instant
     * @param parent the organisation above at that instant, of an organisation only
     * @param labelZh the organisation's name; null for a member
     * @param labelEn the organisation's name in English; null for a member
     * @param reached what reached it
     * @param missing what did not; empty if the subject is covered
     * @param covered whether nothing is missing
     */
    public record Reach(
            Kind kind,
            @RefersTo(view = "organizations/organization-tree", name = "labelZh")
                    @RefersTo(view = "members/members", name = "name")
                    String subject,
            @RefersTo(view = "organizations/organization-tree", name = "labelZh")
                    String organization,
            @RefersTo(view = "organizations/organization-tree", name = "labelZh")
                    @Nullable String parent,
            @Nullable String labelZh,
            @Nullable String labelEn,
            List<String> reached,
            List<String> missing,
            boolean covered) {}

    /** The view; its rows are empty. */
    public Coverage() {
        super("coverage", CoverageRow.class, Reach.class, CoverageRow::empty);
    }

    @Override
    public void on(Fact<?> fact, Documents<CoverageRow> rows) {
        for (String organization : Entry.concerned(fact))
            rows.update(organization, row -> row.with(row.register().after(organization, fact)));
        Membership.memberOf(fact)
                .ifPresent(
                        member ->
                                rows.update(member, row -> row.with(row.membership().after(fact))));
        told(fact, rows);
    }

    private static void told(Fact<?> fact, Documents<CoverageRow> rows) {
        switch (fact.event()) {
            case PlanAdopted e -> reached(rows, fact, e.organization(), PLAN_ADOPTED);
            case PlanConveyed e ->
                    rows.update(e.organization().value(), row -> received(row, fact, e));
            case PlanAcknowledged e ->
                    reached(rows, fact, e.organization(), receipt(e.plan().value()));
            case ActivityHeld e -> reached(rows, fact, e.organization(), e.theme().name());
            case AttendanceRecorded e -> {
                String key = attendance(e);
                for (MemberId member : e.present())
                    rows.update(
                            member.value(),
                            row -> row.with(row.attended().with(key, fact.order(), e.theme())));
            }
            case AttendanceAnnulled e -> {
                String key = attendance(e);
                for (MemberId member : e.members())
                    rows.update(
                            member.value(),
                            row -> row.with(row.attended().without(key, fact.order())));
            }
            case PlanTaskAssigned e -> {
                String task = task(e.organization().value());
                e.members().forEach(member -> reached(rows, fact, member, task));
            }
            default -> {}
        }
    }

    private static void reached(
            Documents<CoverageRow> rows, Fact<?> fact, Identifier subject, String what) {
        rows.update(subject.value(), row -> row.with(what, fact.order()));
    }

    private static String attendance(AttendanceEvent e) {
        return e.activity().value() + '/' + e.branch().value();
    }

    private static CoverageRow received(CoverageRow row, Fact<?> fact, PlanConveyed e) {
        return row.received(row.conveyed().with(fact.order(), e.plan().value()));
    }

    /** The member, the leaders of the organisation or of the member's branch, and those above. */
    @Override
    public Audience audience(CoverageRow row) {
        return NARROWEST
                .and(leadersOf(row.subject()))
                .and(self(row.subject()))
                .and(leadersOf(row.membership().branches()));
    }

    @Override
    public Index index(CoverageRow row) {
        var known = row.register().known();
        Values here = Values.of(row.subject());
        return Index.on("kind", row.membership().isKnown() ? Kind.MEMBER : Kind.ORGANIZATION)
                .and("subject", here)
                .and("organization", here.and(row.membership().branches()))
                .and("parent", row.register().parent())
                .and("labelZh", known, OrganizationEstablished::labelZh)
                .and("labelEn", known, OrganizationEstablished::labelEn)
                .and("missing", MISSABLE)
                .and("covered", Values.of(true, false));
    }

    @Override
    public @Nullable Reach answer(String key, CoverageRow row, Instant asOf) {
        Optional<OrganizationEstablished> organization = row.register().at(asOf);
        if (organization.isPresent()) return ofOrganization(row, organization.get(), asOf);
        return row.membership()
                .branchAt(asOf)
                .map(branch -> ofMember(key, row, branch, asOf))
                .orElse(null);
    }

    private static @Nullable Reach ofOrganization(
            CoverageRow row, OrganizationEstablished e, Instant asOf) {
        boolean isBranch = e.type().equals("BRANCH");
        // The committee leads the campaign; S53 and S57 speak of those below it.
        if (!isBranch && !row.register().isSecondTier()) return null;
        List<String> reached = themes(row, asOf);
        if (row.reached().isSo(PLAN_ADOPTED, asOf)) reached.addFirst(PLAN_ADOPTED);
        if (!isBranch && isAcknowledged(row, asOf)) reached.addFirst(PLAN_ACKNOWLEDGED);
        List<String> needed = needed(PLAN_ADOPTED);
        if (!isBranch) needed.addFirst(PLAN_ACKNOWLEDGED);
        needed.removeAll(reached);
        return new Reach(
                Kind.ORGANIZATION,
                e.organization(),
                e.organization(),
                row.register().parentAt(asOf).orElse(null),
                e.labelZh(),
                e.labelEn(),
                reached,
                needed,
                needed.isEmpty());
    }

    private static Reach ofMember(String member, CoverageRow row, String branch, Instant asOf) {
        List<String> reached = themes(row, asOf);
        if (row.reached().isSo(task(branch), asOf)) reached.addFirst(PLAN_TASK);
        List<String> needed = needed(PLAN_TASK);
        needed.removeAll(reached);
        return new Reach(
                Kind.MEMBER, member, branch, null, null, null, reached, needed, needed.isEmpty());
    }

    private static boolean isAcknowledged(CoverageRow row, Instant asOf) {
        return row.conveyed().at(asOf).map(p -> row.reached().isSo(receipt(p), asOf)).orElse(false);
    }

    private static List<String> themes(CoverageRow row, Instant asOf) {
        List<String> reached = new ArrayList<>();
        var attended = row.attended().at(asOf).values();
        for (ActivityTheme theme : ActivityTheme.values())
            if (attended.contains(theme) || row.reached().isSo(theme.name(), asOf))
                reached.add(theme.name());
        return reached;
    }

    private static List<String> needed(String first) {
        List<String> all = new ArrayList<>(List.of(first));
        for (ActivityTheme theme : ActivityTheme.values()) all.add(theme.name());
        return all;
    }

    private static String task(String branch) {
        return PLAN_TASK + " " + branch;
    }

    private static String receipt(String plan) {
        return PLAN_ACKNOWLEDGED + " " + plan;
    }
}
