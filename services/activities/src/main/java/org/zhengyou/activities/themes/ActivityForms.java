package org.zhengyou.activities.themes;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.zhengyou.activities.campaign.CampaignEvent.CampaignLaunched;
import org.zhengyou.activities.campaign.CampaignId;
import org.zhengyou.activities.themes.ActivityEvent.ActivityHeld;
import org.zhengyou.kit.decide.RefersTo;
import org.zhengyou.kit.view.Audience;
import org.zhengyou.kit.view.Documents;
import org.zhengyou.kit.view.Fact;
import org.zhengyou.kit.view.Firsts;
import org.zhengyou.kit.view.Index;
import org.zhengyou.kit.view.View;

/**
 * 活动形式 (S58-S63, Q20). The open list of forms, by theme: those the plan names, from the launch of a
 * campaign on, and any other by which an activity was held; how often each was used is counted over
 * {@link Activities}. It names nobody and is open to all who sign in.
 */
public final class ActivityForms extends View<ActivityForms.Row, ActivityForms.Shown> {
    private static final String LISTED = "listed";

    /**
     * One form under one theme of one campaign.
     *
     * @param shown the form itself, which its key says; null if that is no key of a form
     * @param since since when it is listed
     */
    public record Row(@Nullable Shown shown, Firsts<String> since) {
        private static Row empty(String key) {
            return new Row(ActivityForms.saidBy(key), Firsts.empty());
        }

        private Row listed(Fact<?> fact) {
            return new Row(shown, since.with(LISTED, fact.order()));
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
            @RefersTo(view = "activities/activity-forms", name = "labelZh", by = "form")
                    String form,
            String labelZh,
            boolean namedByPlan) {}

    /** The view. */
    public ActivityForms() {
        super("activity-forms", Row.class, Shown.class, Row::empty);
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
        rows.update(key(campaign, theme, form), row -> row.listed(fact));
    }

    /** A form may be any words, which could not stand in an address as they are. */
    private static String key(CampaignId campaign, ActivityTheme theme, String form) {
        byte[] words = form.getBytes(StandardCharsets.UTF_8);
        return campaign.value()
                + '.'
                + theme
                + '.'
                + Base64.getUrlEncoder().withoutPadding().encodeToString(words);
    }

    @Override
    public Audience audience(Row row) {
        return Audience.EVERYBODY;
    }

    @Override
    public Index index(Row row) {
        Shown form = row.shown();
        return Index.on("campaign", form == null ? null : form.campaign())
                .and("theme", form == null ? null : form.theme())
                .and("form", form == null ? null : form.form())
                .and("labelZh", form == null ? null : form.labelZh())
                .and("namedByPlan", form == null ? null : form.namedByPlan());
    }

    @Override
    public @Nullable Shown answer(String key, Row row, Instant asOf) {
        return row.since().isSo(LISTED, asOf) ? row.shown() : null;
    }

    /** What {@link #key} says; null if it is none, for who asks may name anything. */
    private static @Nullable Shown saidBy(String key) {
        int form = key.lastIndexOf('.');
        int theme = key.lastIndexOf('.', form - 1);
        if (theme < 0) return null;
        try {
            byte[] words = Base64.getUrlDecoder().decode(key.substring(form + 1));
            return shown(
                    key.substring(0, theme),
                    ActivityTheme.valueOf(key.substring(theme + 1, form)),
                    new String(words, StandardCharsets.UTF_8));
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static Shown shown(String campaign, ActivityTheme theme, String form) {
        var known = KnownForm.meantBy(form);
        return new Shown(
                campaign,
                theme,
                form,
                known.map(KnownForm::labelZh).orElse(form),
                known.filter(one -> one.theme() == theme).isPresent());
    }
}
