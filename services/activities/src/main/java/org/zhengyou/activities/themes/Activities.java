package org.zhengyou.activities.themes;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.zhengyou.activities.campaign.CampaignId;
import org.zhengyou.activities.directory.OrganizationId;
import org.zhengyou.activities.themes.ActivityEvent.ActivityHeld;
import org.zhengyou.activities.themes.ActivityEvent.ActivityPlanned;
import org.zhengyou.kit.decide.RefersTo;
import org.zhengyou.kit.view.Audience;
import org.zhengyou.kit.view.Documents;
import org.zhengyou.kit.view.Fact;
import org.zhengyou.kit.view.Index;
import org.zhengyou.kit.view.Timeline;
import org.zhengyou.kit.view.Values;
import org.zhengyou.kit.view.View;

/**
 * 五项活动 (S57-S63). What is planned and what was held, by whom, under which theme and in which form;
 * those held, counted by form, say how often each form was used. It names nobody and is open to all
 * who sign in; who was there is said by {@link AttendanceView}. One row per activity.
 */
public final class Activities extends View<Activities.Row, Activities.Shown> {
    /** One activity. */
    public record Row(Timeline<ActivityPlanned> planned, Timeline<Held> held) {}

    /** What a row keeps of the holding: nothing of who gave a lecture. */
    public record Held(
            CampaignId campaign,
            OrganizationId organization,
            ActivityTheme theme,
            String form,
            boolean late) {}

    /**
     * What a reader is shown of an activity.
     *
     * @param campaign of which campaign
     * @param organization who is to hold it or held it
     * @param theme under which theme
     * @param form the code of its form; of one that the plan does not name, its own words
     * @param titleZh its title; null if its plan is not known at that date
     * @param plannedFor for which day; null likewise
     * @param held whether it was held
     * @param heldOn when it was held; null if it was not
     * @param late whether it was held by an exception, after its phases were over
     */
    public record Shown(
            CampaignId campaign,
            OrganizationId organization,
            ActivityTheme theme,
            @RefersTo(view = "activities/activity-forms", name = "labelZh", by = "form")
                    String form,
            @Nullable String titleZh,
            @Nullable LocalDate plannedFor,
            boolean held,
            @Nullable LocalDate heldOn,
            boolean late) {}

    /** The view. */
    public Activities() {
        super(
                "activities",
                Row.class,
                Shown.class,
                key -> new Row(Timeline.empty(), Timeline.empty()));
    }

    @Override
    public void on(Fact<?> fact, Documents<Row> rows) {
        switch (fact.event()) {
            case ActivityPlanned e ->
                    rows.update(
                            e.activity().value(),
                            row -> new Row(row.planned().with(fact.order(), e), row.held()));
            case ActivityHeld e -> {
                var held =
                        new Held(
                                e.campaign(),
                                e.organization(),
                                e.theme(),
                                KnownForm.codeOf(e.form()),
                                e.exception() != null);
                rows.update(
                        e.activity().value(),
                        row -> new Row(row.planned(), row.held().with(fact.order(), held)));
            }
            default -> {}
        }
    }

    @Override
    public Audience audience(Row row) {
        return Audience.EVERYBODY;
    }

    @Override
    public Index index(Row row) {
        var planned = row.planned();
        return Index.on(
                        "campaign",
                        Values.of(planned, ActivityPlanned::campaign)
                                .and(Values.of(row.held(), Held::campaign)))
                .and(
                        "organization",
                        Values.of(planned, ActivityPlanned::organization)
                                .and(Values.of(row.held(), Held::organization)))
                .and(
                        "theme",
                        Values.of(planned, ActivityPlanned::theme)
                                .and(Values.of(row.held(), Held::theme)))
                .and(
                        "form",
                        Values.of(planned, e -> KnownForm.codeOf(e.form()))
                                .and(Values.of(row.held(), Held::form)))
                .and("titleZh", planned, ActivityPlanned::titleZh)
                .and("plannedFor", planned, ActivityPlanned::plannedFor)
                .and("held", Values.of(true, false))
                .and("heldOn", Values.daysOf(row.held()))
                .and("late", Values.of(true, false));
    }

    @Override
    public @Nullable Shown answer(String key, Row row, Instant asOf) {
        ActivityPlanned plan = row.planned().at(asOf).orElse(null);
        var held = row.held().entryAt(asOf).orElse(null);
        if (held != null) return shown(plan, held.value(), held.on());
        if (plan == null) return null;
        var planned =
                new Held(
                        plan.campaign(),
                        plan.organization(),
                        plan.theme(),
                        KnownForm.codeOf(plan.form()),
                        false);
        return shown(plan, planned, null);
    }

    private static Shown shown(
            @Nullable ActivityPlanned plan, Held what, @Nullable LocalDate heldOn) {
        return new Shown(
                what.campaign(),
                what.organization(),
                what.theme(),
                what.form(),
                plan == null ? null : plan.titleZh(),
                plan == null ? null : plan.plannedFor(),
                heldOn != null,
                heldOn,
                what.late());
    }
}
