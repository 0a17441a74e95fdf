package org.zhengyou.activities.campaign;

import java.util.HashMap;
import java.util.Map;
import org.zhengyou.kit.view.Fact;

/**
 * The calendars of the campaigns that a decision rests on.
 *
 * @param byCampaign one per campaign of which a fact is known
 */
public record Calendars(Map<CampaignId, Calendar> byCampaign) {
    /** Nothing is known. */
    public static final Calendars NONE = new Calendars(Map.of());

    /** Copies the map. */
    public Calendars {
        byCampaign = Map.copyOf(byCampaign);
    }

    /** The calendar of this campaign, an empty one if nothing is known of it. */
    public Calendar of(CampaignId campaign) {
        return byCampaign.getOrDefault(campaign, Calendar.NONE);
    }

    /** These calendars after one more fact about a campaign. */
    public Calendars after(CampaignEvent event, Fact<?> fact) {
        Map<CampaignId, Calendar> more = new HashMap<>(byCampaign);
        more.put(event.campaign(), of(event.campaign()).after(event, fact));
        return new Calendars(more);
    }
}
