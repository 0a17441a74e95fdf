package org.zhengyou.activities.themes;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.zhengyou.activities.campaign.CampaignId;
import org.zhengyou.activities.directory.OrganizationId;
import org.zhengyou.activities.themes.ActivityEvent.ActivityHeld;
import org.zhengyou.kit.view.Audience;
import org.zhengyou.kit.view.Documents;
import org.zhengyou.kit.view.Fact;
import org.zhengyou.kit.view.Index;
import org.zhengyou.kit.view.Timeline;
import org.zhengyou.kit.view.Values;
import org.zhengyou.kit.view.View;

/**
 * 已开展的活动 (S57-S63). The activities that were held, by whom, under which theme and in which form;
 * counted by form, they say how often each form was used. It names nobody and is open to all who
 * sign in. One row per activity.
 */
public final class HeldActivities extends View<HeldActivities.Row, HeldActivities.Shown> {
    /** One activity. */
    public record Row(Timeline<Held> held) {}

    /** What a row keeps of the fact: nothing of who gave a lecture. */
    public record Held(
            CampaignId campaign, OrganizationId organization, ActivityTheme theme, String form) {}

    /**
     * What a reader is shown of an activity.
     *
     * @param campaign of which campaign
     * @param organization who held it
     * @param theme under which theme
     * @param form the code of its form; of one that the plan does not name, its own words
     * @param heldOn when it was held
     */
    public record Shown(
            CampaignId campaign,
            OrganizationId organization,
            ActivityTheme theme,
            String form,
            LocalDate heldOn) {}

    /** The view. */
    public HeldActivities() {
        super("held-activities", Row.class, Shown.class, key -> new Row(Timeline.empty()));
    }

    @Override
    public void on(Fact<?> fact, Documents<Row> rows) {
        if (!(fact.event() instanceof ActivityHeld e)) return;
        String form = KnownForm.codeOf(e.form());
        var held = new Held(e.campaign(), e.organization(), e.theme(), form);
        rows.update(e.activity().value(), row -> new Row(row.held().with(fact.order(), held)));
    }

    @Override
    public Audience audience(Row row) {
        return Audience.EVERYBODY;
    }

    @Override
    public Index index(Row row) {
        return Index.on("campaign", row.held(), Held::campaign)
                .and("organization", row.held(), Held::organization)
                .and("theme", row.held(), Held::theme)
                .and("form", row.held(), Held::form)
                .and("heldOn", Values.daysOf(row.held()));
    }

    @Override
    public @Nullable Shown answer(String key, Row row, Instant asOf) {
        return row.held().entryAt(asOf).map(HeldActivities::shown).orElse(null);
    }

    private static Shown shown(Timeline.Entry<Held> held) {
        Held e = held.value();
        return new Shown(e.campaign(), e.organization(), e.theme(), e.form(), held.on());
    }
}
