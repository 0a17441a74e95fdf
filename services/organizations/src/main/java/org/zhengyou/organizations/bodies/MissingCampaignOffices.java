package org.zhengyou.organizations.bodies;

import static org.zhengyou.kit.view.Audience.NARROWEST;
import static org.zhengyou.kit.view.Audience.leadersOf;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.zhengyou.kit.view.Audience;
import org.zhengyou.kit.view.Documents;
import org.zhengyou.kit.view.Fact;
import org.zhengyou.kit.view.Index;
import org.zhengyou.kit.view.Timeline;
import org.zhengyou.kit.view.View;
import org.zhengyou.organizations.bodies.BodyEvent.CampaignOfficeFormed;
import org.zhengyou.organizations.register.Life;
import org.zhengyou.organizations.register.OrganizationEvent.OrganizationEstablished;
import org.zhengyou.organizations.register.OrganizationType;

/** 未成立活动办公室的党总支（直属党支部） (S94, F7). Those that exist and have no campaign office. */
public final class MissingCampaignOffices
        extends View<MissingCampaignOffices.Unit, MissingCampaignOffices.Missing> {
    /**
     * One organisation.
     *
     * @param organization its id
     * @param life the organisation over time
     * @param office true from when it has a campaign office
     */
    public record Unit(String organization, Life life, Timeline<Boolean> office) {}

    /**
     * A second-tier organisation without a campaign office.
     *
     * @param code its short code
     * @param labelZh its name in Chinese
     * @param labelEn its name in English
     * @param type general branch, or direct branch
     */
    public record Missing(String code, String labelZh, String labelEn, OrganizationType type) {}

    /** The view; its rows are empty. */
    public MissingCampaignOffices() {
        super(
                "missing-campaign-offices",
                Unit.class,
                Missing.class,
                key -> new Unit(key, Life.UNKNOWN, Timeline.empty()));
    }

    @Override
    public void on(Fact<?> fact, Documents<Unit> rows) {
        Life.on(
                fact,
                (id, change) ->
                        rows.update(
                                id, row -> new Unit(id, change.apply(row.life()), row.office())));
        if (fact.event() instanceof CampaignOfficeFormed e)
            rows.update(
                    e.organization().value(),
                    row ->
                            new Unit(
                                    row.organization(),
                                    row.life(),
                                    row.office().with(fact.order(), true)));
    }

    /** What is missing is for those who can change it, for those above them and for auditors. */
    @Override
    public Audience audience(Unit row) {
        return NARROWEST.and(leadersOf(row.organization()));
    }

    @Override
    public Index index(Unit row) {
        var established = row.life().established();
        return Index.on("code", established, OrganizationEstablished::code)
                .and("labelZh", established, OrganizationEstablished::labelZh)
                .and("labelEn", established, OrganizationEstablished::labelEn)
                .and("type", established, OrganizationEstablished::type);
    }

    @Override
    public @Nullable Missing answer(String key, Unit row, Instant asOf) {
        if (!row.life().existsAt(asOf) || row.office().at(asOf).orElse(false)) return null;
        return row.life()
                .establishedAt(asOf)
                .filter(e -> e.type().isSecondTier())
                .map(e -> new Missing(e.code(), e.labelZh(), e.labelEn(), e.type()))
                .orElse(null);
    }
}
