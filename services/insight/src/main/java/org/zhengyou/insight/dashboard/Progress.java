package org.zhengyou.insight.dashboard;

import static org.zhengyou.kit.view.Audience.NARROWEST;
import static org.zhengyou.kit.view.Audience.leadersOf;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.zhengyou.insight.facts.ActivitiesFacts.ActivityHeld;
import org.zhengyou.insight.facts.ActivitiesFacts.MobilizationMeetingHeld;
import org.zhengyou.kit.decide.RefersTo;
import org.zhengyou.kit.view.AnyEvent;
import org.zhengyou.kit.view.Audience;
import org.zhengyou.kit.view.Documents;
import org.zhengyou.kit.view.Fact;
import org.zhengyou.kit.view.Index;
import org.zhengyou.kit.view.Timeline;
import org.zhengyou.kit.view.Timeline.Entry;
import org.zhengyou.kit.view.Values;
import org.zhengyou.kit.view.View;

/**
 * 活动进展 (S103, F70). What organisations have done, one row per thing done, to be counted by
 * organisation, figure and theme. What it is and whose it is says the envelope; only meetings and
 * activities are read for more. No person is named.
 */
public final class Progress extends View<Progress.Row, Progress.Done> {
    /**
     * The row of one thing done.
     *
     * @param done what and by whom, from when it was done
     */
    public record Row(Timeline<What> done) {
        private Row with(Fact<?> fact, What what) {
            return new Row(done.with(fact.order(), what));
        }
    }

    /**
     * What was done.
     *
     * @param organization by whom, or whom it concerns
     * @param figure under what it is counted
     * @param theme the theme of an activity; null for anything else
     */
    public record What(String organization, Figure figure, @Nullable String theme) {}

    /**
     * One thing done.
     *
     * @param organization by whom, or whom it concerns
     * @param figure under what it is counted
     * @param theme the theme of an activity; null for anything else
     * @param on since which date it is so
     */
    public record Done(
            @RefersTo(view = "organizations/organization-tree", name = "labelZh")
                    String organization,
            Figure figure,
            @Nullable String theme,
            LocalDate on) {}

    /** The view; its rows are empty. */
    public Progress() {
        super("progress", Row.class, Done.class, key -> new Row(Timeline.empty()));
    }

    @Override
    public void on(Fact<?> fact, Documents<Row> rows) {
        switch (fact.event()) {
            case MobilizationMeetingHeld e ->
                    rows.update("meeting-" + e.meeting(), row -> row.with(fact, held(e)));
            case ActivityHeld e ->
                    rows.update("activity-" + e.activity(), row -> row.with(fact, held(e)));
            case AnyEvent e -> told(fact, rows);
            default -> {}
        }
    }

    private static What held(MobilizationMeetingHeld e) {
        return new What(e.organization(), Figure.MOBILIZATION_MEETING, null);
    }

    private static What held(ActivityHeld e) {
        return new What(e.organization(), Figure.ACTIVITY, e.theme());
    }

    private static void told(Fact<?> fact, Documents<Row> rows) {
        String organization = fact.organization().orElse("");
        if (organization.isEmpty()) return;
        Figure.of(fact.type())
                .map(figure -> new What(organization, figure, null))
                .ifPresent(what -> rows.update(fact.id(), row -> row.with(fact, what)));
    }

    /** Whoever leads the organisation or holds a seat over it, auditors and the committee. */
    @Override
    public Audience audience(Row row) {
        return NARROWEST.and(leadersOf(Values.of(row.done(), What::organization)));
    }

    @Override
    public Index index(Row row) {
        return Index.on("organization", row.done(), What::organization)
                .and("figure", row.done(), What::figure)
                .and("theme", row.done(), What::theme)
                .and("on", Values.daysOf(row.done()));
    }

    @Override
    public @Nullable Done answer(String key, Row row, Instant asOf) {
        return row.done().entryAt(asOf).map(Progress::done).orElse(null);
    }

    private static Done done(Entry<What> entry) {
        What what = entry.value();
        return new Done(what.organization(), what.figure(), what.theme(), entry.on());
    }
}
