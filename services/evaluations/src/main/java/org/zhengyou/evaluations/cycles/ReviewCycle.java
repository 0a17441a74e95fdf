package org.zhengyou.evaluations.cycles;

import static org.zhengyou.kit.authority.OfficeFunction.GUIDE;
import static org.zhengyou.kit.decide.Refusal.refuse;
import static org.zhengyou.kit.decide.RefusalCode.ALREADY_ON_RECORD;
import static org.zhengyou.kit.decide.RefusalCode.CAMPAIGN_CLOSED;
import static org.zhengyou.kit.decide.RefusalCode.NOT_ON_RECORD;
import static org.zhengyou.kit.decide.RefusalCode.OUT_OF_SCOPE;
import static org.zhengyou.kit.decide.RefusalCode.ROUND_CLOSED;
import static org.zhengyou.kit.decide.RefusalCode.STEP_OUT_OF_ORDER;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.zhengyou.evaluations.cycles.ReviewCycleCommand.CloseReviewCycle;
import org.zhengyou.evaluations.cycles.ReviewCycleCommand.OpenReviewCycle;
import org.zhengyou.evaluations.cycles.ReviewCycleEvent.ReviewCycleClosed;
import org.zhengyou.evaluations.cycles.ReviewCycleEvent.ReviewCycleOpened;
import org.zhengyou.evaluations.directory.CampaignWindows;
import org.zhengyou.kit.decide.Decider;
import org.zhengyou.kit.decide.Given;
import org.zhengyou.kit.decide.Ground;
import org.zhengyou.kit.decide.Once;
import org.zhengyou.kit.decide.Tag;
import org.zhengyou.kit.decide.Told;

/**
 * 年终述职考核周期 (S109). One per year, at the year-end, organised by the university Party committee.
 *
 * @param opened its opening; null before
 * @param closed its close; null before
 */
public record ReviewCycle(
        @Nullable Told<ReviewCycleOpened> opened, @Nullable Told<ReviewCycleClosed> closed) {
    private static final String CLAUSE = "S109";
    private static final ReviewCycle NONE = new ReviewCycle(null, null);

    /** The cycle with an id. */
    public static final Ground<ReviewCycle> GROUND =
            Ground.of("cycle", ReviewCycleEvent.class, NONE, ReviewCycle::after);

    private static final Ground<ReviewCycle> OF_YEAR =
            Ground.of(
                    "cycle-year",
                    ReviewCycleOpened.class,
                    NONE,
                    (before, told) -> new ReviewCycle(told, null));

    /** The rules about review cycles. */
    public static Decider<ReviewCycleCommand, ReviewCycleEvent, ReviewCycle> decider() {
        return Decider.of("cycle", ReviewCycleCommand.class, ReviewCycleEvent.class)
                .about(ReviewCycleCommand::cycle, ReviewCycleEvent::cycle)
                .restsOnEach(
                        OF_YEAR,
                        c -> c instanceof OpenReviewCycle ? Set.of(ofYear(c.year())) : Set.of())
                .alsoTagged(
                        e -> e instanceof ReviewCycleOpened ? Set.of(ofYear(e.year())) : Set.of())
                .decides(GROUND, ReviewCycle::decide)
                .concerning(ReviewCycleEvent::concern);
    }

    private static Tag ofYear(int year) {
        return OF_YEAR.tag(Integer.toString(year));
    }

    private static List<? extends ReviewCycleEvent> decide(
            ReviewCycle cycle, ReviewCycleCommand command, Given given) {
        given.authority().requireCommittee(GUIDE, CLAUSE);
        return switch (command) {
            case OpenReviewCycle c -> open(cycle, c, given);
            case CloseReviewCycle c -> close(cycle, c, given);
        };
    }

    private static List<ReviewCycleOpened> open(ReviewCycle cycle, OpenReviewCycle c, Given given) {
        var event = new ReviewCycleOpened(c.cycle(), c.year(), given.effectiveOn());
        if (Once.of(cycle.opened, event, given).or(CLAUSE, "this cycle was opened otherwise"))
            return List.of();
        if (given.on(OF_YEAR).opened != null)
            throw refuse(ALREADY_ON_RECORD, CLAUSE, "there is one cycle per year");
        requireDue(c.year(), given);
        return List.of(event);
    }

    private static void requireDue(int year, Given given) {
        if (year < YearEnd.FIRST)
            throw refuse(OUT_OF_SCOPE, CLAUSE, "the campaign began in " + YearEnd.FIRST);
        if (!YearEnd.isDue(year, given.effectiveOn()))
            throw refuse(
                    STEP_OUT_OF_ORDER,
                    CLAUSE,
                    "the cycle of " + year + " opens in its December or in January after it");
        // No date of the end is a constant: it counts as soon as the calendar has said it (S3).
        if (given.look(CampaignWindows.class, CampaignWindows.ALL).isOver(given.effectiveOn()))
            throw refuse(
                    CAMPAIGN_CLOSED,
                    CLAUSE,
                    "the year-end of " + year + " lies after the campaign");
    }

    private static List<ReviewCycleClosed> close(
            ReviewCycle cycle, CloseReviewCycle c, Given given) {
        var event = new ReviewCycleClosed(c.cycle(), c.year());
        if (cycle.opened == null || cycle.opened.event().year() != c.year())
            throw refuse(NOT_ON_RECORD, CLAUSE, "no cycle with this id was opened for this year");
        if (Once.of(cycle.closed, event, given).or(CLAUSE, "the cycle was closed"))
            return List.of();
        cycle.require(given.effectiveAt(), CLAUSE);
        return List.of(event);
    }

    private ReviewCycle after(Told<ReviewCycleEvent> told) {
        return switch (told.event()) {
            case ReviewCycleOpened e -> new ReviewCycle(told.as(e), closed);
            case ReviewCycleClosed e -> new ReviewCycle(opened, told.as(e));
        };
    }

    /**
     * Its opening, by this instant.
     *
     * @throws org.zhengyou.kit.decide.Refusal NOT_ON_RECORD, or STEP_OUT_OF_ORDER before its
     *     opening
     */
    public ReviewCycleOpened require(Instant at, String clause) {
        if (opened == null) throw refuse(NOT_ON_RECORD, clause, "no cycle with this id was opened");
        if (!opened.isTrueAt(at))
            throw refuse(STEP_OUT_OF_ORDER, clause, "the cycle was opened on " + opened.on());
        return opened.event();
    }

    /**
     * It is open at this instant.
     *
     * @throws org.zhengyou.kit.decide.Refusal ROUND_CLOSED, and what {@link #require} says
     */
    public void requireOpen(Instant at, String clause) {
        require(at, clause);
        if (closed != null && closed.isTrueAt(at))
            throw refuse(ROUND_CLOSED, clause, "the cycle is closed");
    }
}
