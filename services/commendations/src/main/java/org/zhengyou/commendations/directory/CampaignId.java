package org.zhengyou.commendations.directory;

import org.zhengyou.kit.decide.Identifier;
import org.zhengyou.kit.decide.RefersTo;

/** 创先争优活动 (S2): the id of the campaign, given by the activities service. */
@RefersTo(view = "activities/calendar", name = "titleZh")
public record CampaignId(String value) implements Identifier {
    /** Checks its form. */
    public CampaignId {
        value = Identifier.checked(value);
    }
}
