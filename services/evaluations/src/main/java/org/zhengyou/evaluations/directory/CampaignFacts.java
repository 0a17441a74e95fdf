package org.zhengyou.evaluations.directory;

import java.time.LocalDate;
import java.util.List;

/** The facts of the activities service that rules here need, with the fields they need. */
public final class CampaignFacts {
    private CampaignFacts() {}

    /** All of them, to listen to. */
    public static final List<Class<?>> ALL =
            List.of(CampaignLaunched.class, MilestoneDateFixed.class, CampaignClosed.class);

    /**
     * 活动已启动 (S2).
     *
     * @param campaign its id
     */
    public record CampaignLaunched(String campaign) {}

    /**
     * 节点日期已确定 (S3).
     *
     * @param campaign the campaign
     * @param milestone which milestone
     * @param on its day
     */
    public record MilestoneDateFixed(String campaign, String milestone, LocalDate on) {}

    /**
     * 活动已结束 (S3).
     *
     * @param campaign the campaign
     */
    public record CampaignClosed(String campaign) {}
}
