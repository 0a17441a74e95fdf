package org.zhengyou.activities.campaign;

import static org.zhengyou.kit.view.Audience.NARROWEST;
import static org.zhengyou.kit.view.Audience.leadersOf;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.zhengyou.activities.campaign.CampaignEvent.PhaseExceptionGranted;
import org.zhengyou.activities.directory.OrganizationId;
import org.zhengyou.kit.view.Audience;
import org.zhengyou.kit.view.Documents;
import org.zhengyou.kit.view.Fact;
import org.zhengyou.kit.view.Index;
import org.zhengyou.kit.view.Timeline;
import org.zhengyou.kit.view.Values;
import org.zhengyou.kit.view.View;

/**
 * 阶段例外 (P-PHASE-EXCEPTION). Which organisation may catch up with what, and until when. One row per
 * exception.
 */
public final class PhaseExceptionView
        extends View<PhaseExceptionView.Row, PhaseExceptionView.PhaseException> {
    /** One exception. */
    public record Row(Timeline<PhaseExceptionGranted> granted) {}

    /**
     * What a reader sees of an exception.
     *
     * @param campaign in which campaign
     * @param act what may be done
     * @param organization by whom
     * @param grantedOn from which day on
     * @param until up to which day
     * @param reason why
     */
    public record PhaseException(
            CampaignId campaign,
            GatedAct act,
            OrganizationId organization,
            LocalDate grantedOn,
            LocalDate until,
            String reason) {}

    /** The view. */
    public PhaseExceptionView() {
        super(
                "phase-exceptions",
                Row.class,
                PhaseException.class,
                key -> new Row(Timeline.empty()));
    }

    @Override
    public void on(Fact<?> fact, Documents<Row> rows) {
        if (fact.event() instanceof PhaseExceptionGranted e)
            rows.update(e.exception().value(), row -> new Row(row.granted().with(fact.order(), e)));
    }

    /** Whoever leads the organisation or one above it. */
    @Override
    public Audience audience(Row row) {
        return NARROWEST.and(
                leadersOf(Values.of(row.granted(), PhaseExceptionGranted::organization)));
    }

    @Override
    public Index index(Row row) {
        return Index.on("campaign", row.granted(), PhaseExceptionGranted::campaign)
                .and("act", row.granted(), PhaseExceptionGranted::act)
                .and("organization", row.granted(), PhaseExceptionGranted::organization)
                .and("until", row.granted(), PhaseExceptionGranted::until);
    }

    @Override
    public @Nullable PhaseException answer(String key, Row row, Instant asOf) {
        return row.granted().entryAt(asOf).map(PhaseExceptionView::shown).orElse(null);
    }

    private static PhaseException shown(Timeline.Entry<PhaseExceptionGranted> granted) {
        PhaseExceptionGranted e = granted.value();
        return new PhaseException(
                e.campaign(), e.act(), e.organization(), granted.on(), e.until(), e.reason());
    }
}
