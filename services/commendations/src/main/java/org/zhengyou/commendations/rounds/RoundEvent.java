package org.zhengyou.commendations.rounds;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.zhengyou.commendations.directory.CampaignId;
import org.zhengyou.kit.decide.Concern;

/** 表彰批次 (S69, S84, S85). What happened to a commendation round. */
public sealed interface RoundEvent {
    /** The round concerned. */
    RoundId round();

    /** What it says of itself to everybody. */
    default Concern concern() {
        return switch (this) {
            case CommendationRoundOpened e -> Concern.ofCommittee("S69", "S84", "S85");
        };
    }

    /**
     * 表彰已启动 (S69, S84, S85).
     *
     * @param round its id
     * @param campaign the campaign
     * @param kind concentrated or special
     * @param categories what is commended
     * @param periodFrom first day of the period that counts
     * @param periodTo last day of the period that counts
     * @param conferFrom first day on which it may be conferred: of a special round without
     *     exception the first day of phase 4; otherwise null
     * @param conferBefore it is conferred strictly before this day
     * @param procedure how it is done, as announced
     * @param exceptionReason why it opened outside phase 4; null if it did not
     */
    record CommendationRoundOpened(
            RoundId round,
            CampaignId campaign,
            RoundKind kind,
            List<AwardCategory> categories,
            LocalDate periodFrom,
            LocalDate periodTo,
            @Nullable LocalDate conferFrom,
            LocalDate conferBefore,
            String procedure,
            @Nullable String exceptionReason)
            implements RoundEvent {}
}
