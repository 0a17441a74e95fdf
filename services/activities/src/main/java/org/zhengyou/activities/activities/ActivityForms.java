package org.zhengyou.activities.activities;

import org.jspecify.annotations.Nullable;
import org.zhengyou.activities.activities.ActivityEvent.ActivityHeld;
import org.zhengyou.activities.campaign.CampaignEvent.CampaignLaunched;
import org.zhengyou.activities.campaign.CampaignId;
import org.zhengyou.kit.view.Audience;
import org.zhengyou.kit.view.Documents;
import org.zhengyou.kit.view.Fact;
import org.zhengyou.kit.view.View;

import java.time.Instant;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * 活动形式 (S58-S63, Q20). The open list of forms, by theme: those the plan names, from the launch of a
 * campaign on, and any other by which an activity was held; with how often each was used. It names
 * nobody and is open to all who sign in.
 */
public final class ActivityForms extends View<ActivityForms.Row, ActivityForms.Shown> {
    /**
     * One form under one theme of one campaign.
     *
     * @param place which it is; null until a fact says so
     * @param since since when it is listed
     * @param held when each activity was held, by activity
     */
    public record Row(
            @Nullable Place place, @Nullable Instant since, SortedMap<String, Instant> held) {
        /** Copies the map. */
        public Row {
            held = Collections.unmodifiableSortedMap(new TreeMap<>(held));
        }

        private Row listed(Place where, Instant at) {
            return new Row(where, since == null || at.isBefore(since) ? at : since, held);
        }

        private Row used(String activity, Instant at) {
            SortedMap<String, Instant> more = new TreeMap<>(held);
            more.merge(activity, at, (one, other) -> one.isBefore(other) ? one : other);
            return new Row(place, since, more);
        }
    }

    /** A form under a theme of a campaign. */
    public record Place(String campaign, ActivityTheme theme, String form) {
        private String key() {
            return campaign + ' ' + theme + ' ' + form;
        }
    }

    /**
     * What a reader is shown of a form.
     *
     * @param campaign of which campaign
     * @param theme under which theme
     * @param form its code; of a form that the plan does not name, its own words
     * @param labelZh in Chinese
     * @param namedByPlan whether the plan names it under this theme
     * @param held how many activities were held by it
     */
    public record Shown(
            String campaign,
            ActivityTheme theme,
            String form,
            String labelZh,
            boolean namedByPlan,
            int held) {}

    /** The view; its rows are empty. */
    public ActivityForms() {
        super(
                "activity-forms",
                Row.class,
                Shown.class,
                key -> new Row(null, null, new TreeMap<>()));
    }

    @Override
    public void on(Fact<?> fact, Documents<Row> rows) {
        Instant at = fact.effectiveAt();
        switch (fact.event()) {
            case CampaignLaunched e ->
                    KnownForm.ALL.forEach(
                            form -> list(rows, place(e.campaign(), form.theme(), form.code()), at));
            case ActivityHeld e -> {
                String form = KnownForm.meantBy(e.form()).map(KnownForm::code).orElse(e.form());
                Place place = place(e.campaign(), e.theme(), form);
                list(rows, place, at);
                rows.update(place.key(), row -> row.used(e.activity().value(), at));
            }
            default -> {}
        }
    }

    private static Place place(CampaignId campaign, ActivityTheme theme, String form) {
        return new Place(campaign.value(), theme, form);
    }

    private static void list(Documents<Row> rows, Place place, Instant at) {
        rows.update(place.key(), row -> row.listed(place, at));
    }

    @Override
    public Audience audience(Row row) {
        return Audience.EVERYBODY;
    }

    @Override
    public @Nullable Shown answer(String key, Row row, Instant asOf) {
        Place place = row.place();
        if (place == null || row.since() == null || row.since().isAfter(asOf)) return null;
        var known = KnownForm.meantBy(place.form());
        return new Shown(
                place.campaign(),
                place.theme(),
                place.form(),
                known.map(KnownForm::labelZh).orElse(place.form()),
                known.filter(form -> form.theme() == place.theme()).isPresent(),
                (int) row.held().values().stream().filter(at -> !at.isAfter(asOf)).count());
    }
}
