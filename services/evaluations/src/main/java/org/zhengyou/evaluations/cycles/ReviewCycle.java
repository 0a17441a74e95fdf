package org.zhengyou.evaluations.cycles;

import static org.zhengyou.kit.authority.OfficeFunction.GUIDE;
import static org.zhengyou.kit.decide.Refusal.refuse;
import static org.zhengyou.kit.decide.RefusalCode.ALREADY_ON_RECORD;
import static org.zhengyou.kit.decide.RefusalCode.CAMPAIGN_CLOSED;
import static org.zhengyou.kit.decide.RefusalCode.NOT_ON_RECORD;
import static org.zhengyou.kit.decide.RefusalCode.OUT_OF_SCOPE;
import static org.zhengyou.kit.decide.RefusalCode.STEP_OUT_OF_ORDER;

import java.util.List;
import java.util.Set;
import org.zhengyou.evaluations.cycles.ReviewCycleCommand.CloseReviewCycle;
import org.zhengyou.evaluations.cycles.ReviewCycleCommand.OpenReviewCycle;
import org.zhengyou.evaluations.cycles.ReviewCycleEvent.ReviewCycleClosed;
import org.zhengyou.evaluations.cycles.ReviewCycleEvent.ReviewCycleOpened;
import org.zhengyou.evaluations.directory.CampaignWindows;
import org.zhengyou.kit.decide.Decider;
import org.zhengyou.kit.decide.Given;
import org.zhengyou.kit.decide.Tag;

/** 年终述职考核周期 (S109). One per year, at the year-end, organised by the university Party committee. */
public final class ReviewCycle {
    private static final String CLAUSE = "S109";
    private static final String NAME = "cycle";

    private ReviewCycle() {}

    /** The tag under which a cycle's opening and close are found. */
    public static Tag tag(CycleId cycle) {
        return Tag.of(NAME, cycle);
    }

    /** The rules about review cycles. */
    public static Decider<ReviewCycleCommand, ReviewCycleEvent, ?> decider() {
        return Decider.of(NAME, ReviewCycleCommand.class, ReviewCycleEvent.class)
                .about(ReviewCycleCommand::cycle, ReviewCycleEvent::cycle)
                .alsoDependsOn(c -> Set.of(ofYear(c.year())))
                .alsoTagged(e -> Set.of(ofYear(e.year())))
                .decidesOverTime(Cycles.NONE, ReviewCycle::decide, Cycles::after)
                .concerning(ReviewCycleEvent::concern);
    }

    private static Tag ofYear(int year) {
        return Tag.of("cycle-year", Integer.toString(year));
    }

    private static List<? extends ReviewCycleEvent> decide(
            Cycles state, ReviewCycleCommand command, Given given) {
        given.authority().requireCommittee(GUIDE, CLAUSE);
        return switch (command) {
            case OpenReviewCycle c -> open(state, c, given);
            case CloseReviewCycle c -> close(state, c, given);
        };
    }

    private static List<ReviewCycleOpened> open(Cycles state, OpenReviewCycle c, Given given) {
        Cycles.Cycle known = state.cycles().get(c.cycle());
        if (known != null && known.opened().year() == c.year()) return List.of();
        if (!state.cycles().isEmpty())
            throw refuse(ALREADY_ON_RECORD, CLAUSE, "one cycle per year, and one year per cycle");
        if (c.year() < YearEnd.FIRST)
            throw refuse(OUT_OF_SCOPE, CLAUSE, "the campaign began in " + YearEnd.FIRST);
        if (!YearEnd.isDue(c.year(), given.effectiveOn()))
            throw refuse(
                    STEP_OUT_OF_ORDER,
                    CLAUSE,
                    "the cycle of " + c.year() + " opens in its December or in January after it");
        // No date of the end is a constant: it counts as soon as the calendar has said it (S3).
        if (given.look(CampaignWindows.class, CampaignWindows.ALL).isOver(given.effectiveOn()))
            throw refuse(
                    CAMPAIGN_CLOSED,
                    CLAUSE,
                    "the year-end of " + c.year() + " lies after the campaign");
        return List.of(new ReviewCycleOpened(c.cycle(), c.year(), given.effectiveOn()));
    }

    private static List<ReviewCycleClosed> close(Cycles state, CloseReviewCycle c, Given given) {
        Cycles.Cycle known = state.cycles().get(c.cycle());
        if (known == null || known.opened().year() != c.year())
            throw refuse(NOT_ON_RECORD, CLAUSE, "no cycle with this id was opened for this year");
        if (known.closedAt() != null) return List.of();
        if (given.effectiveAt().isBefore(known.openedAt()))
            throw refuse(STEP_OUT_OF_ORDER, CLAUSE, "it was opened on " + known.opened().on());
        return List.of(new ReviewCycleClosed(c.cycle(), c.year()));
    }
}
