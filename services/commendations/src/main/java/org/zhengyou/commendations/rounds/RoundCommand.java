package org.zhengyou.commendations.rounds;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.zhengyou.commendations.directory.CampaignId;
import org.zhengyou.kit.decide.Shape;

/** 表彰批次 (S69, S84, S85). What the committee does with commendation rounds. */
public sealed interface RoundCommand {
    /** The round concerned. */
    RoundId round();

    /** The campaign it belongs to. */
    CampaignId campaign();

    /**
     * 启动表彰 (S69, S84, S85). Opens a round for categories whose criteria are published.
     *
     * @param round a new random id
     * @param campaign the campaign; it has one concentrated round at most
     * @param kind CONCENTRATED, or SPECIAL, which opens inside phase 4 unless there is an exception
     * @param categories which of the three categories: all for the concentrated round, at least one
     *     for a special one
     * @param periodFrom first day of the period that counts
     * @param periodTo last day of the period that counts
     * @param conferBefore commendations are conferred strictly before this day: at the latest
     *     2011-07-01 for the concentrated, 2012-07-01 for the special round
     * @param procedure how it is done, as announced, 1 to 2000 characters
     * @param exceptionReason why a special round opens outside phase 4, 1 to 1000 characters;
     *     absent if it does not
     */
    record OpenCommendationRound(
            RoundId round,
            CampaignId campaign,
            RoundKind kind,
            List<AwardCategory> categories,
            LocalDate periodFrom,
            LocalDate periodTo,
            LocalDate conferBefore,
            String procedure,
            @Nullable String exceptionReason)
            implements RoundCommand {
        private static final int LONGEST_PROCEDURE = 2000;
        private static final int LONGEST_REASON = 1000;

        /** Checks the shape. */
        public OpenCommendationRound {
            categories = Shape.some("categories", categories, AwardCategory.values().length);
            procedure = Shape.text("procedure", procedure, LONGEST_PROCEDURE);
            if (exceptionReason != null)
                exceptionReason = Shape.text("exceptionReason", exceptionReason, LONGEST_REASON);
            if (periodTo.isBefore(periodFrom))
                throw new IllegalArgumentException("periodTo is not before the first day");
        }
    }
}
