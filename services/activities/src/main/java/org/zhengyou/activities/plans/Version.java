package org.zhengyou.activities.plans;

import static org.zhengyou.kit.decide.Refusal.refuse;
import static org.zhengyou.kit.decide.RefusalCode.NOT_ON_RECORD;
import static org.zhengyou.kit.decide.RefusalCode.STEP_OUT_OF_ORDER;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.zhengyou.activities.campaign.CampaignId;
import org.zhengyou.activities.plans.PlanEvent.PlanAdopted;
import org.zhengyou.kit.decide.Ground;
import org.zhengyou.kit.decide.Told;

/**
 * 方案版本 (S51, S53). One version of an organisation's plan, and from when to when it is in force.
 *
 * @param adopted what was adopted, null before
 * @param until from when another version is in force, null while none is
 */
record Version(@Nullable Told<PlanAdopted> adopted, @Nullable LocalDate until) {
    static final Version NONE = new Version(null, null);

    /** The version with a plan's id. */
    static final Ground<Version> GROUND =
            Ground.of("plan", PlanAdopted.class, NONE, Version::after);

    /** Under a plan's tag come its own adoption and that of the version which replaces it. */
    Version after(Told<PlanAdopted> told) {
        return adopted == null ? new Version(told, null) : new Version(adopted, told.on());
    }

    /**
     * What was adopted, in this campaign.
     *
     * @throws org.zhengyou.kit.decide.Refusal NOT_ON_RECORD
     */
    PlanAdopted requireAdopted(PlanId id, CampaignId campaign, String clause) {
        if (adopted == null || !adopted.event().campaign().equals(campaign))
            throw refuse(
                    NOT_ON_RECORD,
                    clause,
                    "plan " + id.value() + " was not adopted in this campaign");
        return adopted.event();
    }

    /**
     * What was adopted, in this campaign, and is in force on this day.
     *
     * @throws org.zhengyou.kit.decide.Refusal NOT_ON_RECORD or STEP_OUT_OF_ORDER
     */
    PlanAdopted requireInForce(PlanId id, CampaignId campaign, LocalDate day, String clause) {
        PlanAdopted plan = requireAdopted(id, campaign, clause);
        if (adopted == null
                || day.isBefore(adopted.on())
                || (until != null && !day.isBefore(until)))
            throw refuse(
                    STEP_OUT_OF_ORDER, clause, "plan " + id.value() + " is not in force on " + day);
        return plan;
    }
}
