package org.zhengyou.activities.campaign;

import static org.zhengyou.kit.decide.Refusal.refuse;
import static org.zhengyou.kit.decide.RefusalCode.STEP_OUT_OF_ORDER;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.zhengyou.activities.campaign.CampaignEvent.CampaignClosed;
import org.zhengyou.activities.campaign.CampaignEvent.CampaignLaunched;
import org.zhengyou.kit.decide.Ground;
import org.zhengyou.kit.decide.Tag;
import org.zhengyou.kit.decide.Told;

/**
 * All campaigns (P-ONE-CAMPAIGN): only one runs at a time.
 *
 * @param lastDay by campaign; the end of time while it is not closed
 */
record Campaigns(Map<CampaignId, LocalDate> lastDay) {
    /** Which campaigns there are. */
    static final Ground<Campaigns> GROUND =
            Ground.of(
                    "campaigns",
                    CampaignEvent.Lifetime.class,
                    new Campaigns(Map.of()),
                    Campaigns::after);

    /** The one tag of all of them. */
    static final Tag ALL = GROUND.tag("all");

    Campaigns {
        lastDay = Map.copyOf(lastDay);
    }

    private Campaigns after(Told<CampaignEvent.Lifetime> told) {
        Map<CampaignId, LocalDate> more = new HashMap<>(lastDay);
        switch (told.event()) {
            case CampaignLaunched e -> more.put(e.campaign(), LocalDate.MAX);
            case CampaignClosed e -> more.put(e.campaign(), told.on());
        }
        return new Campaigns(more);
    }

    /** No campaign lasts until this day or longer. */
    void requireNoneRunning(LocalDate day) {
        if (lastDay.values().stream().anyMatch(last -> !last.isBefore(day)))
            throw refuse(
                    STEP_OUT_OF_ORDER,
                    "P-ONE-CAMPAIGN",
                    "another campaign runs; it is closed before the next is launched");
    }
}
