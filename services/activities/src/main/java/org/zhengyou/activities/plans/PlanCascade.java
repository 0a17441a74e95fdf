package org.zhengyou.activities.plans;

import static org.zhengyou.kit.view.Audience.NARROWEST;
import static org.zhengyou.kit.view.Audience.leadersOf;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.zhengyou.activities.plans.MeetingEvent.MobilizationMeetingHeld;
import org.zhengyou.activities.plans.PlanEvent.PlanAcknowledged;
import org.zhengyou.activities.plans.PlanEvent.PlanAdopted;
import org.zhengyou.activities.plans.PlanEvent.PlanConveyed;
import org.zhengyou.kit.authority.AppointmentFacts.OrganizationEstablished;
import org.zhengyou.kit.authority.OrganizationDirectory.Entry;
import org.zhengyou.kit.decide.RefersTo;
import org.zhengyou.kit.validation.Digest;
import org.zhengyou.kit.view.Audience;
import org.zhengyou.kit.view.Documents;
import org.zhengyou.kit.view.Fact;
import org.zhengyou.kit.view.Firsts;
import org.zhengyou.kit.view.Index;
import org.zhengyou.kit.view.Order;
import org.zhengyou.kit.view.Timeline;
import org.zhengyou.kit.view.Values;
import org.zhengyou.kit.view.View;

/**
 * 方案落实 (S51-S54, F12). Per organisation: its plan in force, the plan from above with its receipt,
 * and its mobilisation meeting. One row per organisation.
 */
public final class PlanCascade extends View<PlanCascade.Row, PlanCascade.Cascade> {
    /**
     * One organisation.
     *
     * @param organization its id
     * @param register what is known of it
     * @param plans its own plans
     * @param conveyed the plans it received
     * @param acknowledged the plans whose receipt it confirmed, by plan
     * @param meetings its meetings, by the fact
     */
    public record Row(
            String organization,
            Entry register,
            Timeline<PlanAdopted> plans,
            Timeline<PlanId> conveyed,
            Firsts<String> acknowledged,
            Timeline<Meeting> meetings) {
        private Row with(Entry known) {
            return new Row(organization, known, plans, conveyed, acknowledged, meetings);
        }

        private Row adopted(Order from, PlanAdopted plan) {
            return new Row(
                    organization,
                    register,
                    plans.with(from, plan),
                    conveyed,
                    acknowledged,
                    meetings);
        }

        private Row received(Order from, PlanId plan) {
            return new Row(
                    organization,
                    register,
                    plans,
                    conveyed.with(from, plan),
                    acknowledged,
                    meetings);
        }

        private Row acknowledged(Order from, PlanId plan) {
            return new Row(
                    organization,
                    register,
                    plans,
                    conveyed,
                    acknowledged.with(plan.value(), from),
                    meetings);
        }

        private Row met(Order from, Meeting meeting) {
            return new Row(
                    organization,
                    register,
                    plans,
                    conveyed,
                    acknowledged,
                    meetings.with(from, meeting));
        }
    }

    /** How many were present, and whether the meeting was late. */
    public record Meeting(int present, boolean late) {}

    /**
     * What a reader sees of an organisation.
     *
     * @param organization its id
     * @param labelZh its name
     * @param labelEn its name in English
     * @param type its type
     * @param parent the organisation above at that instant, if there is one
     * @param secondTier whether it is a general branch or a direct branch
     * @param plan its plan in force, null if it has none
     * @param version the version of that plan, 0 without one
     * @param adoptedOn when that plan was adopted
     * @param documentDigest SHA-256 of that plan, null without one
     * @param planLate whether it was adopted by an exception, after phase 1
     * @param conveyedPlan the plan from above that it last received, null if none
     * @param conveyedOn when it received it
     * @param acknowledged whether it confirmed that receipt
     * @param meetingOn when it last met over its plan, null if it did not
     * @param present how many were present then
     * @param meetingLate whether it met by an exception, after phase 1
     */
    public record Cascade(
            @RefersTo(view = "organizations/organization-tree", name = "labelZh")
                    String organization,
            String labelZh,
            String labelEn,
            String type,
            @RefersTo(view = "organizations/organization-tree", name = "labelZh")
                    @Nullable String parent,
            boolean secondTier,
            @RefersTo(view = "activities/plan-cascade", name = "labelZh", by = "plan")
                    @Nullable String plan,
            int version,
            @Nullable LocalDate adoptedOn,
            @Digest @Nullable String documentDigest,
            boolean planLate,
            @RefersTo(view = "activities/plan-cascade", name = "labelZh", by = "plan")
                    @Nullable String conveyedPlan,
            @Nullable LocalDate conveyedOn,
            boolean acknowledged,
            @Nullable LocalDate meetingOn,
            int present,
            boolean meetingLate) {}

    /** The view; its rows are empty. */
    public PlanCascade() {
        super(
                "plan-cascade",
                Row.class,
                Cascade.class,
                key ->
                        new Row(
                                key,
                                Entry.UNKNOWN,
                                Timeline.empty(),
                                Timeline.empty(),
                                Firsts.empty(),
                                Timeline.empty()));
    }

    @Override
    public void on(Fact<?> fact, Documents<Row> rows) {
        for (String organization : Entry.concerned(fact))
            rows.update(organization, row -> row.with(row.register().after(organization, fact)));
        Order at = fact.order();
        switch (fact.event()) {
            case PlanAdopted e -> rows.update(e.organization().value(), row -> row.adopted(at, e));
            case PlanConveyed e ->
                    rows.update(e.organization().value(), row -> row.received(at, e.plan()));
            case PlanAcknowledged e ->
                    rows.update(e.organization().value(), row -> row.acknowledged(at, e.plan()));
            case MobilizationMeetingHeld e -> {
                var meeting = new Meeting(e.present().size(), e.exception() != null);
                rows.update(e.organization().value(), row -> row.met(at, meeting));
            }
            default -> {}
        }
    }

    /** Its leaders and those above; figures only, no person is named. */
    @Override
    public Audience audience(Row row) {
        return NARROWEST.and(leadersOf(row.organization()));
    }

    @Override
    public Index index(Row row) {
        var known = row.register().known();
        return Index.on("organization", row.organization())
                .and("labelZh", known, OrganizationEstablished::labelZh)
                .and("labelEn", known, OrganizationEstablished::labelEn)
                .and("type", known, OrganizationEstablished::type)
                .and("parent", row.register().parent())
                .and("secondTier", Values.of(true, false))
                .and("plan", row.plans(), plan -> plan.plan().value())
                .and("adoptedOn", Values.daysOf(row.plans()))
                .and("documentDigest", row.plans(), PlanAdopted::documentDigest)
                .and("conveyedPlan", row.conveyed(), PlanId::value)
                .and("conveyedOn", Values.daysOf(row.conveyed()))
                .and("acknowledged", Values.of(true, false))
                .and("meetingOn", Values.daysOf(row.meetings()))
                .and("planLate", Values.of(true, false))
                .and("meetingLate", Values.of(true, false));
    }

    @Override
    public @Nullable Cascade answer(String key, Row row, Instant asOf) {
        var known = row.register().at(asOf);
        if (known.isEmpty()) return null;
        var plan = row.plans().at(asOf);
        var conveyed = row.conveyed().at(asOf);
        return new Cascade(
                key,
                known.get().labelZh(),
                known.get().labelEn(),
                known.get().type(),
                row.register().parentAt(asOf).orElse(null),
                row.register().isSecondTier(),
                plan.map(p -> p.plan().value()).orElse(null),
                plan.map(PlanAdopted::version).orElse(0),
                day(row.plans(), asOf),
                plan.map(PlanAdopted::documentDigest).orElse(null),
                plan.filter(p -> p.exception() != null).isPresent(),
                conveyed.map(PlanId::value).orElse(null),
                day(row.conveyed(), asOf),
                conveyed.filter(p -> row.acknowledged().isSo(p.value(), asOf)).isPresent(),
                day(row.meetings(), asOf),
                present(row.meetings(), asOf),
                row.meetings().at(asOf).filter(Meeting::late).isPresent());
    }

    /** A long roll comes in several events of one meeting, recorded at once. */
    private static int present(Timeline<Meeting> meetings, Instant asOf) {
        int present = 0;
        Instant recorded = null;
        for (var entry : meetings.entries()) {
            if (entry.from().effectiveAt().isAfter(asOf)) break;
            if (!entry.from().recordedAt().equals(recorded)) present = 0;
            recorded = entry.from().recordedAt();
            present += entry.value().present();
        }
        return present;
    }

    private static @Nullable LocalDate day(Timeline<?> timeline, Instant asOf) {
        return timeline.entryAt(asOf).map(Timeline.Entry::on).orElse(null);
    }
}
