package org.zhengyou.evaluations.directory;

import org.zhengyou.evaluations.directory.CampaignFacts.CampaignClosed;
import org.zhengyou.evaluations.directory.CampaignFacts.CampaignLaunched;
import org.zhengyou.evaluations.directory.CampaignFacts.MilestoneDateFixed;
import org.zhengyou.kit.view.Directory;
import org.zhengyou.kit.view.Documents;
import org.zhengyou.kit.view.Fact;
import org.zhengyou.kit.view.Timeline;

import java.time.LocalDate;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** 活动时间 (S3). From when to when campaigns run, as far as it is known. One row for all of them. */
public final class CampaignWindows extends Directory<CampaignWindows.All> {
    /** The key of the only row. */
    public static final String ALL = "@all";

    private static final String CONGRESS = "EIGHTEENTH_CONGRESS";

    /**
     * All campaigns.
     *
     * @param windows by campaign
     */
    public record All(SortedMap<String, Window> windows) {
        /** Copies the map. */
        public All {
            windows = Collections.unmodifiableSortedMap(new TreeMap<>(windows));
        }

        /** Whether a campaign had ended by this day, and none runs on it. */
        public boolean isOver(LocalDate day) {
            return windows.values().stream().anyMatch(one -> one.hasEnded(day))
                    && windows.values().stream().noneMatch(one -> one.runs(day));
        }

        private All with(String campaign, UnaryOperator<Window> change) {
            SortedMap<String, Window> more = new TreeMap<>(windows);
            more.put(campaign, change.apply(more.getOrDefault(campaign, Window.UNKNOWN)));
            return new All(more);
        }
    }

    /**
     * One campaign.
     *
     * @param launched from which day
     * @param congress the day before which it ends
     * @param closed the day on which it was closed
     */
    public record Window(
            Timeline<LocalDate> launched,
            Timeline<LocalDate> congress,
            Timeline<LocalDate> closed) {
        static final Window UNKNOWN =
                new Window(Timeline.empty(), Timeline.empty(), Timeline.empty());

        boolean hasEnded(LocalDate day) {
            return isReached(closed, day) || isReached(congress, day);
        }

        boolean runs(LocalDate day) {
            return isReached(launched, day) && !hasEnded(day);
        }

        private static boolean isReached(Timeline<LocalDate> date, LocalDate day) {
            return date.last().map(it -> !day.isBefore(it)).orElse(false);
        }
    }

    /** The view; its rows are empty. */
    public CampaignWindows() {
        super("campaign-windows", All.class, key -> new All(new TreeMap<>()));
    }

    @Override
    public void on(Fact<?> fact, Documents<All> rows) {
        switch (fact.event()) {
            case CampaignLaunched e ->
                    change(
                            rows,
                            e.campaign(),
                            w ->
                                    new Window(
                                            w.launched().with(fact.order(), fact.effectiveOn()),
                                            w.congress(),
                                            w.closed()));
            case MilestoneDateFixed e when e.milestone().equals(CONGRESS) ->
                    change(
                            rows,
                            e.campaign(),
                            w ->
                                    new Window(
                                            w.launched(),
                                            w.congress().with(fact.order(), e.on()),
                                            w.closed()));
            case CampaignClosed e ->
                    change(
                            rows,
                            e.campaign(),
                            w ->
                                    new Window(
                                            w.launched(),
                                            w.congress(),
                                            w.closed().with(fact.order(), fact.effectiveOn())));
            default -> {}
        }
    }

    private static void change(Documents<All> rows, String campaign, UnaryOperator<Window> change) {
        rows.update(ALL, row -> row.with(campaign, change));
    }
}
