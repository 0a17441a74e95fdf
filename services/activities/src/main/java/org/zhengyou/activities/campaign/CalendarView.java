package org.zhengyou.activities.campaign;

import org.jspecify.annotations.Nullable;
import org.zhengyou.activities.campaign.CampaignEvent.CampaignClosed;
import org.zhengyou.activities.campaign.CampaignEvent.CampaignLaunched;
import org.zhengyou.activities.campaign.CampaignEvent.MilestoneDateFixed;
import org.zhengyou.activities.campaign.CampaignEvent.PhaseClosed;
import org.zhengyou.activities.campaign.CampaignEvent.PhaseDefined;
import org.zhengyou.activities.campaign.CampaignEvent.PhaseOpened;
import org.zhengyou.kit.decide.Given;
import org.zhengyou.kit.view.Audience;
import org.zhengyou.kit.view.Documents;
import org.zhengyou.kit.view.Fact;
import org.zhengyou.kit.view.Timeline;
import org.zhengyou.kit.view.View;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * 活动日程 (S46-S50). Phases and milestones of a campaign. Before the date of the Congress is fixed, no
 * end appears (F11).
 */
public final class CalendarView extends View<CalendarView.Row, CalendarView.Dates> {
    /**
     * One campaign.
     *
     * @param launched what was decided
     * @param phases by number
     * @param milestones the date of each, once known
     * @param closed true from its end
     */
    public record Row(
            Timeline<CampaignLaunched> launched,
            SortedMap<Integer, Phase> phases,
            SortedMap<Milestone, Timeline<LocalDate>> milestones,
            Timeline<Boolean> closed) {
        /** Copies the maps. */
        public Row {
            phases = Collections.unmodifiableSortedMap(new TreeMap<>(phases));
            milestones = Collections.unmodifiableSortedMap(new TreeMap<>(milestones));
        }

        private Row with(int number, Phase told) {
            SortedMap<Integer, Phase> more = new TreeMap<>(phases);
            more.merge(number, told, Phase::and);
            return new Row(launched, more, milestones, closed);
        }

        private Row with(MilestoneDateFixed e, Fact<?> fact) {
            SortedMap<Milestone, Timeline<LocalDate>> more = new TreeMap<>(milestones);
            Timeline<LocalDate> known = more.getOrDefault(e.milestone(), Timeline.empty());
            more.put(e.milestone(), known.with(fact.order(), e.on()));
            return new Row(launched, phases, more, closed);
        }
    }

    /**
     * One phase.
     *
     * @param defined its title and dates
     * @param open true from its opening, false from its close
     */
    public record Phase(Timeline<PhaseDefined> defined, Timeline<Boolean> open) {
        private Phase and(Phase told) {
            var definitions = defined;
            for (var e : told.defined.entries())
                definitions = definitions.with(e.from(), e.value());
            var opened = open;
            for (var e : told.open.entries()) opened = opened.with(e.from(), e.value());
            return new Phase(definitions, opened);
        }
    }

    /**
     * What a reader sees of a campaign.
     *
     * @param campaign its id
     * @param titleZh its title
     * @param decidedOn when the committee decided
     * @param directives the directives it rests on
     * @param phases those defined so far
     * @param milestones the dates known so far
     * @param closed whether it has ended
     */
    public record Dates(
            String campaign,
            String titleZh,
            LocalDate decidedOn,
            List<DirectiveId> directives,
            List<PhaseDates> phases,
            SortedMap<Milestone, LocalDate> milestones,
            boolean closed) {}

    /**
     * What a reader sees of a phase.
     *
     * @param phase 1 to 4
     * @param titleZh its title
     * @param from its first day
     * @param to its last day, null while it is not known
     * @param open whether it is open at the instant of the question
     */
    public record PhaseDates(
            int phase, String titleZh, LocalDate from, @Nullable LocalDate to, boolean open) {}

    /** The view; its rows are empty. */
    public CalendarView() {
        super(
                "calendar",
                Row.class,
                Dates.class,
                key ->
                        new Row(
                                Timeline.empty(),
                                new TreeMap<>(),
                                new TreeMap<>(),
                                Timeline.empty()));
    }

    @Override
    public void on(Fact<?> fact, Documents<Row> rows) {
        if (fact.event() instanceof CampaignEvent event)
            rows.update(event.campaign().value(), row -> told(row, event, fact));
    }

    private static Row told(Row row, CampaignEvent event, Fact<?> fact) {
        return switch (event) {
            case CampaignLaunched e ->
                    new Row(
                            row.launched().with(fact.order(), e),
                            row.phases(),
                            row.milestones(),
                            row.closed());
            case PhaseDefined e ->
                    row.with(
                            e.phase(),
                            new Phase(
                                    Timeline.<PhaseDefined>empty().with(fact.order(), e),
                                    Timeline.empty()));
            case PhaseOpened e -> row.with(e.phase(), opened(fact, true));
            case PhaseClosed e -> row.with(e.phase(), opened(fact, false));
            case MilestoneDateFixed e -> row.with(e, fact);
            case CampaignClosed e ->
                    new Row(
                            row.launched(),
                            row.phases(),
                            row.milestones(),
                            row.closed().with(fact.order(), true));
        };
    }

    private static Phase opened(Fact<?> fact, boolean open) {
        return new Phase(Timeline.empty(), Timeline.<Boolean>empty().with(fact.order(), open));
    }

    /** Everybody at the university may know the dates; the row names no person. */
    @Override
    public Audience audience(Row row) {
        return Audience.EVERYBODY;
    }

    @Override
    public @Nullable Dates answer(String key, Row row, Instant asOf) {
        return row.launched().at(asOf).map(launched -> dates(launched, row, asOf)).orElse(null);
    }

    private static Dates dates(CampaignLaunched launched, Row row, Instant asOf) {
        SortedMap<Milestone, LocalDate> milestones = new TreeMap<>();
        row.milestones().forEach((m, dates) -> dates.at(asOf).ifPresent(d -> milestones.put(m, d)));
        LocalDate congress = milestones.get(Milestone.EIGHTEENTH_CONGRESS);
        boolean closed = row.closed().at(asOf).orElse(false);
        List<PhaseDates> phases =
                row.phases().values().stream()
                        .flatMap(
                                phase ->
                                        phase.defined().at(asOf).stream()
                                                .map(
                                                        e ->
                                                                phase(
                                                                        e,
                                                                        phase.open(),
                                                                        congress,
                                                                        closed,
                                                                        asOf)))
                        .toList();
        return new Dates(
                launched.campaign().value(),
                launched.titleZh(),
                launched.decidedOn(),
                launched.directives(),
                phases,
                milestones,
                closed);
    }

    private static PhaseDates phase(
            PhaseDefined e,
            Timeline<Boolean> open,
            @Nullable LocalDate congress,
            boolean closed,
            Instant asOf) {
        LocalDate to = e.to();
        if (e.phase() == Calendar.LAST_PHASE && congress != null) to = congress.minusDays(1);
        boolean over = to != null && asOf.atZone(Given.ZONE).toLocalDate().isAfter(to);
        return new PhaseDates(
                e.phase(),
                e.titleZh(),
                e.from(),
                to,
                open.at(asOf).orElse(false) && !over && !closed);
    }
}
