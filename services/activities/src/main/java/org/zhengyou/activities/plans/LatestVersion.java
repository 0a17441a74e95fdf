package org.zhengyou.activities.plans;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.zhengyou.activities.campaign.CampaignId;
import org.zhengyou.activities.campaign.ExceptionId;
import org.zhengyou.activities.plans.PlanCommand.AdoptPlan;
import org.zhengyou.activities.plans.PlanEvent.PlanAdopted;
import org.zhengyou.kit.decide.Ground;
import org.zhengyou.kit.decide.Told;

/**
 * 现行方案 (S53). An organisation's last version of its plan.
 *
 * @param byCampaign one per campaign in which it has a plan
 */
record LatestVersion(Map<CampaignId, Told<PlanAdopted>> byCampaign) {
    /** The last version of an organisation. */
    static final Ground<LatestVersion> GROUND =
            Ground.of(
                    "plan-of",
                    PlanAdopted.class,
                    new LatestVersion(Map.of()),
                    LatestVersion::after);

    LatestVersion {
        byCampaign = Map.copyOf(byCampaign);
    }

    private LatestVersion after(Told<PlanAdopted> told) {
        Map<CampaignId, Told<PlanAdopted>> more = new HashMap<>(byCampaign);
        more.put(told.event().campaign(), told);
        return new LatestVersion(more);
    }

    /** The last version in this campaign, if there is one. */
    Optional<Told<PlanAdopted>> in(CampaignId campaign) {
        return Optional.ofNullable(byCampaign.get(campaign));
    }

    /** What the command adopts: the version after this one, late by this exception if by any. */
    PlanAdopted next(AdoptPlan c, @Nullable ExceptionId exception) {
        Optional<PlanAdopted> before = in(c.campaign()).map(Told::event);
        return version(
                c,
                before.map(plan -> plan.version() + 1).orElse(1),
                before.map(PlanAdopted::plan).orElse(null),
                exception);
    }

    /** What the command adopts, as a version. */
    static PlanAdopted version(
            AdoptPlan c, int version, @Nullable PlanId replaces, @Nullable ExceptionId exception) {
        return new PlanAdopted(
                c.plan(),
                c.campaign(),
                c.organization(),
                c.level(),
                c.parentPlan(),
                version,
                replaces,
                c.documentDigest(),
                exception);
    }
}
