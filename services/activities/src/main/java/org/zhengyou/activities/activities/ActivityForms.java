package org.zhengyou.activities.activities;

import org.jspecify.annotations.Nullable;
import org.zhengyou.activities.activities.ActivityEvent.ActivityHeld;
import org.zhengyou.activities.campaign.CampaignEvent.CampaignLaunched;
import org.zhengyou.activities.campaign.CampaignId;
import org.zhengyou.kit.view.Audience;
import org.zhengyou.kit.view.Documents;
import org.zhengyou.kit.view.Fact;
import org.zhengyou.kit.view.Firsts;
import org.zhengyou.kit.view.View;

import java.time.Instant;

/**
 * 活动形式 (S58-S63, Q20). The open list of forms, by theme: those the plan names, from the launch of a
 * campaign on, and any other by which an activity was held; how often each was used is counted over
 * {@link HeldActivities}. It names nobody and is open to all who sign in.
 */
public final class ActivityForms extends View<ActivityForms.Row, ActivityForms.Shown> {
    private static final String LISTED = "listed";

    /**
     * One form under one theme of one campaign.
     *
     * @param since since when it is listed
     */
    public record Row(Firsts<String> since) {
        private Row listed(Fact<?> fact) {
            return new Row(since.with(LISTED, fact.order()));
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
     */
    public record Shown(
            String campaign,
            ActivityTheme theme,
            String form,
            String labelZh,
            boolean namedByPlan) {}

    /** The view. */
    public ActivityForms() {
        super("activity-forms", Row.class, Shown.class, key -> new Row(Firsts.empty()));
    }

    @Override
    public void on(Fact<?> fact, Documents<Row> rows) {
        switch (fact.event()) {
            case CampaignLaunched e -> {
                for (KnownForm form : KnownForm.ALL)
                    list(rows, fact, e.campaign(), form.theme(), form.code());
            }
            case ActivityHeld e ->
                    list(rows, fact, e.campaign(), e.theme(), KnownForm.codeOf(e.form()));
            default -> {}
        }
    }

    private static void list(
            Documents<Row> rows,
            Fact<?> fact,
            CampaignId campaign,
            ActivityTheme theme,
            String form) {
        rows.update(campaign.value() + ' ' + theme + ' ' + form, row -> row.listed(fact));
    }

    @Override
    public Audience audience(Row row) {
        return Audience.EVERYBODY;
    }

    @Override
    public @Nullable Shown answer(String key, Row row, Instant asOf) {
        return row.since().isSo(LISTED, asOf) ? shown(key.split(" ", 3)) : null;
    }

    private static Shown shown(String[] key) {
        ActivityTheme theme = ActivityTheme.valueOf(key[1]);
        String form = key[2];
        var known = KnownForm.meantBy(form);
        return new Shown(
                key[0],
                theme,
                form,
                known.map(KnownForm::labelZh).orElse(form),
                known.filter(one -> one.theme() == theme).isPresent());
    }
}
