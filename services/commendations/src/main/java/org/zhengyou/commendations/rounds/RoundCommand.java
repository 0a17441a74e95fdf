package org.zhengyou.commendations.rounds;

import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.zhengyou.commendations.directory.CampaignId;
import org.zhengyou.kit.authority.Allowed;
import org.zhengyou.kit.authority.OfficeFunction;
import org.zhengyou.kit.decide.MayLieAhead;
import org.zhengyou.kit.decide.New;
import org.zhengyou.kit.validation.Consistent;
import org.zhengyou.kit.validation.Distinct;
import org.zhengyou.kit.validation.Text;
import org.zhengyou.kit.validation.Violation;

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
     * @param conferBefore commendations are conferred strictly before this day, which lies after
     *     periodFrom: at the latest 2011-07-01 for the concentrated, 2012-07-01 for the special
     *     round
     * @param procedure how it is done, as announced, 1 to 2000 characters
     * @param exceptionReason why a special round opens outside phase 4, 1 to 1000 characters;
     *     absent if it does not
     */
    @Allowed(
            function = OfficeFunction.GUIDE,
            level = Allowed.Level.COMMITTEE,
            clause = {"S69", "S84"})
    @MayLieAhead
    record OpenCommendationRound(
            @New RoundId round,
            CampaignId campaign,
            RoundKind kind,
            @Size(min = 1, max = 3) @Distinct List<AwardCategory> categories,
            LocalDate periodFrom,
            LocalDate periodTo,
            LocalDate conferBefore,
            @Text(max = 2000) String procedure,
            @Nullable @Text(max = 1000) String exceptionReason)
            implements RoundCommand, Consistent {
        @Override
        public List<Violation> contradictions() {
            List<Violation> all = new ArrayList<>();
            all.addAll(
                    Violation.unless(
                            !periodTo.isBefore(periodFrom),
                            "periodTo",
                            "must not be before periodFrom | 不得早于 periodFrom"));
            all.addAll(
                    Violation.unless(
                            conferBefore.isAfter(periodFrom),
                            "conferBefore",
                            "must be after periodFrom | 须晚于 periodFrom"));
            return all;
        }
    }
}
