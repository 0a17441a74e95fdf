package org.zhengyou.activities.campaign;

import org.zhengyou.kit.decide.Identifier;
import org.zhengyou.kit.decide.RefersTo;

/** 创先争优活动 (S2): the id of a campaign. */
@RefersTo(view = "activities/calendar", name = "titleZh")
public record CampaignId(String value) implements Identifier {
    /** Checks its form. */
    public CampaignId {
        value = Identifier.checked(value);
    }
}
