package org.zhengyou.activities.campaign;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.zhengyou.activities.campaign.CampaignEvent.CampaignClosed;
import org.zhengyou.activities.campaign.CampaignEvent.CampaignLaunched;
import org.zhengyou.activities.campaign.CampaignEvent.MilestoneDateFixed;
import org.zhengyou.activities.campaign.CampaignEvent.PhaseClosed;
import org.zhengyou.activities.campaign.CampaignEvent.PhaseDefined;
import org.zhengyou.activities.campaign.CampaignEvent.PhaseExceptionGranted;
import org.zhengyou.activities.campaign.CampaignEvent.PhaseOpened;
import org.zhengyou.kit.decide.Given;
import org.zhengyou.kit.validation.Digest;
import org.zhengyou.kit.view.Audience;
import org.zhengyou.kit.view.Documents;
import org.zhengyou.kit.view.Fact;
import org.zhengyou.kit.view.Index;
import org.zhengyou.kit.view.Ledger;
import org.zhengyou.kit.view.Order;
import org.zhengyou.kit.view.Timeline;
import org.zhengyou.kit.view.Values;
import org.zhengyou.kit.view.View;

/**
 * 活动日程 (S46-S50). Phases and milestones of a campaign. Before the date of the Congress is fixed, no
 * end appears (F11).
 */
public final class CalendarView extends View<CalendarView.Row, CalendarView.Dates> {
    /**
     * One campaign.
     *
     * @param launched what was decided
     * @param phases the title and dates of each, by number
     * @param open by number: true from its opening, false from its close
     * @param milestones the date of each, once known
     * @param closed true from its end
     */
    public record Row(
            Timeline<CampaignLaunched> launched,
            Ledger<Integer, PhaseDefined> phases,
            Ledger<Integer, Boolean> open,
            Ledger<Milestone, LocalDate> milestones,
            Timeline<Boolean> closed) {
        private static final Row NOTHING =
                new Row(
                        Timeline.empty(),
                        Ledger.empty(),
                        Ledger.empty(),
                        Ledger.empty(),
                        Timeline.empty());

        private Row after(Order from, CampaignEvent event) {
            return switch (event) {
                case CampaignLaunched e ->
                        new Row(launched.with(from, e), phases, open, milestones, closed);
                case PhaseDefined e ->
                        new Row(
                                launched,
                                phases.with(e.phase(), from, e),
                                open,
                                milestones,
                                closed);
                case PhaseOpened e -> with(open.with(e.phase(), from, true));
                case PhaseClosed e -> with(open.with(e.phase(), from, false));
                case MilestoneDateFixed e ->
                        new Row(
                                launched,
                                phases,
                                open,
                                milestones.with(e.milestone(), from, e.on()),
                                closed);
                case PhaseExceptionGranted e -> this; // a view of its own shows it
                case CampaignClosed e ->
                        new Row(launched, phases, open, milestones, closed.with(from, true));
            };
        }

        private Row with(Ledger<Integer, Boolean> more) {
            return new Row(launched, phases, more, milestones, closed);
        }
    }

    /**
     * What a reader sees of a campaign.
     *
     * @param campaign its id
     * @param titleZh its title
     * @param decidedOn when the committee decided
     * @param directives the directives it rests on
     * @param documentDigest SHA-256 of the decision
     * @param phases those defined so far
     * @param milestones the dates known so far
     * @param closed whether it has ended
     */
    public record Dates(
            String campaign,
            String titleZh,
            LocalDate decidedOn,
            List<DirectiveId> directives,
            @Digest String documentDigest,
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

    /** The view. */
    public CalendarView() {
        super("calendar", Row.class, Dates.class, key -> Row.NOTHING);
    }

    @Override
    public void on(Fact<?> fact, Documents<Row> rows) {
        if (fact.event() instanceof CampaignEvent event)
            rows.update(event.campaign().value(), row -> row.after(fact.order(), event));
    }

    /** Everybody at the university may know the dates; the row names no person. */
    @Override
    public Audience audience(Row row) {
        return Audience.EVERYBODY;
    }

    @Override
    public Index index(Row row) {
        return Index.on("campaign", row.launched(), launched -> launched.campaign().value())
                .and("titleZh", row.launched(), CampaignLaunched::titleZh)
                .and("decidedOn", row.launched(), CampaignLaunched::decidedOn)
                .and("documentDigest", row.launched(), CampaignLaunched::documentDigest)
                .and("closed", Values.of(true, false));
    }

    @Override
    public @Nullable Dates answer(String key, Row row, Instant asOf) {
        return row.launched().at(asOf).map(launched -> dates(launched, row, asOf)).orElse(null);
    }

    private static Dates dates(CampaignLaunched launched, Row row, Instant asOf) {
        SortedMap<Milestone, LocalDate> milestones = row.milestones().at(asOf);
        LocalDate congress = milestones.get(Milestone.EIGHTEENTH_CONGRESS);
        boolean closed = row.closed().at(asOf).orElse(false);
        List<PhaseDates> phases =
                row.phases().at(asOf).values().stream()
                        .map(e -> phase(e, row.open().of(e.phase()), congress, closed, asOf))
                        .toList();
        return new Dates(
                launched.campaign().value(),
                launched.titleZh(),
                launched.decidedOn(),
                launched.directives(),
                launched.documentDigest(),
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
