package org.zhengyou.organizations.bodies;

import static org.zhengyou.kit.view.Audience.NARROWEST;
import static org.zhengyou.kit.view.Audience.leadersOf;
import static org.zhengyou.kit.view.Audience.self;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.zhengyou.kit.authority.OfficeFunction;
import org.zhengyou.kit.decide.RefersTo;
import org.zhengyou.kit.view.Audience;
import org.zhengyou.kit.view.Documents;
import org.zhengyou.kit.view.Fact;
import org.zhengyou.kit.view.Firsts;
import org.zhengyou.kit.view.Index;
import org.zhengyou.kit.view.Ledger;
import org.zhengyou.kit.view.Timeline;
import org.zhengyou.kit.view.Values;
import org.zhengyou.kit.view.View;
import org.zhengyou.organizations.bodies.BodyEvent.BodyAppointmentEnded;
import org.zhengyou.organizations.bodies.BodyEvent.BodyAppointmentMade;
import org.zhengyou.organizations.bodies.BodyEvent.CampaignOfficeFormed;
import org.zhengyou.organizations.bodies.BodyEvent.FunctionGranted;
import org.zhengyou.organizations.bodies.BodyEvent.LeadingGroupFormed;
import org.zhengyou.organizations.bodies.BodyEvent.WorkingGroupFormed;

/** 活动机构 (S90-S94). The bodies that run the campaign, who sits in them and what they may do. */
public final class CampaignBodies extends View<CampaignBodies.Body, CampaignBodies.Shown> {
    /** A seat that somebody takes, or leaves: then it is not said which. */
    record Taken(@Nullable Seat seat, String person, boolean held) {}

    /** What a body is. */
    record Kind(
            String kind,
            String organization,
            List<Department> leads,
            List<Department> departments) {}

    /**
     * One body.
     *
     * @param formed what it is, from when it was formed
     * @param seats by appointment
     * @param functions by function, from when it was granted
     */
    public record Body(
            Timeline<Kind> formed, Ledger<String, Taken> seats, Firsts<OfficeFunction> functions) {
        private Body formed(Fact<?> fact, Kind kind) {
            return new Body(formed.with(fact.order(), kind), seats, functions);
        }
    }

    /**
     * Somebody in a body.
     *
     * @param appointment its id
     * @param seat which seat
     * @param person who
     */
    public record Sitting(
            String appointment,
            @Nullable Seat seat,
            @RefersTo(view = "members/members", name = "name") String person) {}

    /**
     * What a reader is shown of a body.
     *
     * @param kind LEADING_GROUP, CAMPAIGN_OFFICE, or the kind of a working group
     * @param organization whose
     * @param leads departments that lead it
     * @param departments further departments in it
     * @param seats who sits in it at that instant
     * @param functions what it may do at that instant
     */
    public record Shown(
            String kind,
            @RefersTo(view = "organizations/organization-tree", name = "labelZh")
                    String organization,
            List<Department> leads,
            List<Department> departments,
            List<Sitting> seats,
            List<OfficeFunction> functions) {}

    /** The view; its rows are empty. */
    public CampaignBodies() {
        super(
                "bodies",
                Body.class,
                Shown.class,
                key -> new Body(Timeline.empty(), Ledger.empty(), Firsts.empty()));
    }

    @Override
    public void on(Fact<?> fact, Documents<Body> rows) {
        if (!(fact.event() instanceof BodyEvent event)) return;
        rows.update(event.body().value(), row -> next(row, fact, event));
    }

    private static Body next(Body row, Fact<?> fact, BodyEvent event) {
        String of = event.organization().value();
        return switch (event) {
            case LeadingGroupFormed e ->
                    row.formed(fact, new Kind("LEADING_GROUP", of, List.of(), List.of()));
            case CampaignOfficeFormed e ->
                    row.formed(
                            fact,
                            new Kind(
                                    "CAMPAIGN_OFFICE",
                                    of,
                                    List.copyOf(e.leads()),
                                    List.copyOf(e.members())));
            case WorkingGroupFormed e ->
                    row.formed(fact, new Kind(e.kind().name(), of, List.of(), List.of()));
            case BodyAppointmentMade e ->
                    seat(row, fact, e.appointment().value(), e.seat(), e.person().value(), true);
            case BodyAppointmentEnded e ->
                    seat(row, fact, e.appointment().value(), null, e.person().value(), false);
            case FunctionGranted e -> granted(row, fact, e.function());
        };
    }

    private static Body seat(
            Body row, Fact<?> fact, String id, @Nullable Seat seat, String person, boolean held) {
        var seats = row.seats().with(id, fact.order(), new Taken(seat, person, held));
        return new Body(row.formed(), seats, row.functions());
    }

    private static Body granted(Body row, Fact<?> fact, OfficeFunction function) {
        return new Body(row.formed(), row.seats(), row.functions().with(function, fact.order()));
    }

    /** Who sits in it names people: for them, for leaders over it, auditors and the committee. */
    @Override
    public Audience audience(Body row) {
        return NARROWEST
                .and(leadersOf(Values.of(row.formed(), Kind::organization)))
                .and(self(Values.of(row.seats(), Taken::person)));
    }

    @Override
    public Index index(Body row) {
        return Index.on("kind", row.formed(), Kind::kind)
                .and("organization", row.formed(), Kind::organization);
    }

    @Override
    public @Nullable Shown answer(String key, Body row, Instant asOf) {
        return row.formed().at(asOf).map(kind -> shown(kind, row, asOf)).orElse(null);
    }

    private static Sitting sitting(String appointment, Taken taken) {
        return new Sitting(appointment, taken.seat(), taken.person());
    }

    private static Shown shown(Kind kind, Body row, Instant asOf) {
        return new Shown(
                kind.kind(),
                kind.organization(),
                kind.leads(),
                kind.departments(),
                row.seats().at(asOf).entrySet().stream()
                        .filter(e -> e.getValue().held())
                        .map(e -> sitting(e.getKey(), e.getValue()))
                        .toList(),
                List.copyOf(row.functions().at(asOf).keySet()));
    }
}
