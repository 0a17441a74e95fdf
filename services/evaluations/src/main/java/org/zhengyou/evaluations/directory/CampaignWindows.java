package org.zhengyou.evaluations.directory;

import java.time.LocalDate;
import java.util.Set;
import java.util.TreeSet;
import org.zhengyou.evaluations.directory.CampaignFacts.CampaignClosed;
import org.zhengyou.evaluations.directory.CampaignFacts.CampaignLaunched;
import org.zhengyou.evaluations.directory.CampaignFacts.MilestoneDateFixed;
import org.zhengyou.kit.view.Directory;
import org.zhengyou.kit.view.Documents;
import org.zhengyou.kit.view.Fact;
import org.zhengyou.kit.view.Ledger;
import org.zhengyou.kit.view.Order;
import org.zhengyou.kit.view.Timeline;

/** 活动时间 (S3). From when to when campaigns run, as far as it is known. One row for all of them. */
public final class CampaignWindows extends Directory<CampaignWindows.All> {
    /** The key of the only row. */
    public static final String ALL = "@all";

    private static final String CONGRESS = "EIGHTEENTH_CONGRESS";

    /**
     * All campaigns, by id.
     *
     * @param launched from which day
     * @param congress the day before which it ends
     * @param closed the day on which it was closed
     */
    public record All(
            Ledger<String, LocalDate> launched,
            Ledger<String, LocalDate> congress,
            Ledger<String, LocalDate> closed) {
        /** Whether a campaign had ended by this day, and none runs on it. */
        public boolean isOver(LocalDate day) {
            Set<String> all = new TreeSet<>(launched.lines().keySet());
            all.addAll(congress.lines().keySet());
            all.addAll(closed.lines().keySet());
            return all.stream().anyMatch(one -> hasEnded(one, day))
                    && all.stream().noneMatch(one -> runs(one, day));
        }

        private boolean hasEnded(String campaign, LocalDate day) {
            return isReached(closed.of(campaign), day) || isReached(congress.of(campaign), day);
        }

        private boolean runs(String campaign, LocalDate day) {
            return isReached(launched.of(campaign), day) && !hasEnded(campaign, day);
        }

        private static boolean isReached(Timeline<LocalDate> date, LocalDate day) {
            return date.last().map(it -> !day.isBefore(it)).orElse(false);
        }
    }

    /** The directory. */
    public CampaignWindows() {
        super(
                "campaign-windows",
                All.class,
                key -> new All(Ledger.empty(), Ledger.empty(), Ledger.empty()));
    }

    @Override
    public void on(Fact<?> fact, Documents<All> rows) {
        Order at = fact.order();
        LocalDate day = fact.effectiveOn();
        switch (fact.event()) {
            case CampaignLaunched e ->
                    rows.update(
                            ALL,
                            all ->
                                    new All(
                                            all.launched().with(e.campaign(), at, day),
                                            all.congress(),
                                            all.closed()));
            case MilestoneDateFixed e when e.milestone().equals(CONGRESS) ->
                    rows.update(
                            ALL,
                            all ->
                                    new All(
                                            all.launched(),
                                            all.congress().with(e.campaign(), at, e.on()),
                                            all.closed()));
            case CampaignClosed e ->
                    rows.update(
                            ALL,
                            all ->
                                    new All(
                                            all.launched(),
                                            all.congress(),
                                            all.closed().with(e.campaign(), at, day)));
            default -> {}
        }
    }
}
