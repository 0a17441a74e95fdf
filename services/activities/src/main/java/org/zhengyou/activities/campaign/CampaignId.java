package org.zhengyou.activities.campaign;

import org.zhengyou.kit.decide.Identifier;

/** 创先争优活动 (S2): the id of a campaign. */
public record CampaignId(String value) implements Identifier {
    /** Checks its form. */
    public CampaignId {
        value = Identifier.checked(value);
    }
}
