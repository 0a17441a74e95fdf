package org.zhengyou.commendations.directory;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.zhengyou.commendations.directory.ForeignFacts.CampaignLaunched;
import org.zhengyou.commendations.directory.ForeignFacts.PhaseClosed;
import org.zhengyou.commendations.directory.ForeignFacts.PhaseDefined;
import org.zhengyou.commendations.directory.ForeignFacts.PhaseOpened;
import org.zhengyou.kit.view.Directory;
import org.zhengyou.kit.view.Documents;
import org.zhengyou.kit.view.Fact;
import org.zhengyou.kit.view.Timeline;

/** 活动 (S2, S50). Campaigns and their fourth phase, to which the special round belongs (S84). */
public final class CampaignDirectory extends Directory<CampaignDirectory.Row> {
    private static final int FOURTH = 4;

    /**
     * One campaign.
     *
     * @param launched true from its launch
     * @param fourth the first day of phase 4, over time
     * @param open true from the opening of phase 4, false from its close
     */
    public record Row(
            Timeline<Boolean> launched, Timeline<LocalDate> fourth, Timeline<Boolean> open) {
        /** Whether it was launched by this instant. */
        public boolean isLaunchedBy(Instant asOf) {
            return launched.at(asOf).isPresent();
        }

        /** The first day of phase 4, if it is defined by this instant. */
        public Optional<LocalDate> fourthPhaseFrom(Instant asOf) {
            return fourth.at(asOf);
        }

        /** Whether phase 4 is open at this instant. */
        public boolean isInFourthPhase(Instant asOf) {
            return open.at(asOf).orElse(false);
        }
    }

    /** The view; its rows are empty. */
    public CampaignDirectory() {
        super(
                "campaign-directory",
                Row.class,
                key -> new Row(Timeline.empty(), Timeline.empty(), Timeline.empty()));
    }

    @Override
    public void on(Fact<?> fact, Documents<Row> rows) {
        switch (fact.event()) {
            case CampaignLaunched e ->
                    rows.update(
                            e.campaign(),
                            row ->
                                    new Row(
                                            row.launched().with(fact.order(), true),
                                            row.fourth(),
                                            row.open()));
            case PhaseDefined e when e.phase() == FOURTH ->
                    rows.update(
                            e.campaign(),
                            row ->
                                    new Row(
                                            row.launched(),
                                            row.fourth().with(fact.order(), e.from()),
                                            row.open()));
            case PhaseOpened e when e.phase() == FOURTH -> open(rows, e.campaign(), fact, true);
            case PhaseClosed e when e.phase() == FOURTH -> open(rows, e.campaign(), fact, false);
            default -> {}
        }
    }

    private static void open(Documents<Row> rows, String campaign, Fact<?> fact, boolean isOpen) {
        rows.update(
                campaign,
                row ->
                        new Row(
                                row.launched(),
                                row.fourth(),
                                row.open().with(fact.order(), isOpen)));
    }
}
