package org.zhengyou.commendations.rounds;

import static org.zhengyou.kit.decide.Refusal.refuse;
import static org.zhengyou.kit.decide.RefusalCode.OUT_OF_SCOPE;
import static org.zhengyou.kit.decide.RefusalCode.PART_MISSING;
import static org.zhengyou.kit.decide.RefusalCode.PHASE_NOT_OPEN;
import static org.zhengyou.kit.decide.RefusalCode.RESULT_MISSING;
import static org.zhengyou.kit.decide.RefusalCode.SCHEME_NOT_PUBLISHED;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.zhengyou.commendations.directory.CampaignDirectory;
import org.zhengyou.commendations.directory.SchemeDirectory;
import org.zhengyou.commendations.rounds.RoundCommand.OpenCommendationRound;
import org.zhengyou.commendations.rounds.RoundEvent.CommendationRoundOpened;
import org.zhengyou.kit.decide.Given;

/** 启动表彰 (S69, S84, S85). What a round is opened for, when, and by which criteria. */
final class RoundOpening {
    private RoundOpening() {}

    // S69 commends all three in one; what a special round is for is announced with it.
    static void requireCategories(OpenCommendationRound c) {
        Set<AwardCategory> missing = EnumSet.allOf(AwardCategory.class);
        missing.removeAll(c.categories());
        if (c.kind() == RoundKind.CONCENTRATED && !missing.isEmpty())
            throw refuse(
                    PART_MISSING,
                    c.kind().clause(),
                    "categories: the concentrated round also commends " + missing);
    }

    static void requireTime(OpenCommendationRound c, Given given) {
        String clause = c.kind().clause();
        if (c.conferBefore().isAfter(c.kind().eveOf()))
            throw refuse(
                    OUT_OF_SCOPE,
                    clause,
                    "a " + c.kind() + " round is conferred before " + c.kind().eveOf());
        CommendationRound.requireRunning(c.kind(), c.conferBefore(), given);
        if (!given.look(CampaignDirectory.class, c.campaign().value())
                .isLaunchedBy(given.effectiveAt()))
            throw refuse(RESULT_MISSING, clause, "no launch of this campaign is known here");
    }

    static void requireCriteria(OpenCommendationRound c, Given given) {
        for (AwardCategory category : c.categories())
            for (String subjects : category.judgedBy())
                if (!given.look(SchemeDirectory.class, subjects).isPublishedBy(given.effectiveAt()))
                    throw refuse(
                            SCHEME_NOT_PUBLISHED,
                            Policies.CRITERIA_FIRST,
                            category + ": no criteria for " + subjects + " are published");
    }

    // The whole procedure of a special round lies inside phase 4, unless an exception is recorded.
    static @Nullable LocalDate conferFrom(OpenCommendationRound c, Given given) {
        if (c.kind() == RoundKind.CONCENTRATED || c.exceptionReason() != null) return null;
        var campaign = given.look(CampaignDirectory.class, c.campaign().value());
        LocalDate from =
                campaign.fourthPhaseFrom(given.effectiveAt())
                        .orElseThrow(
                                () ->
                                        refuse(
                                                RESULT_MISSING,
                                                "S84",
                                                "phase 4 is not known here yet"));
        if (!campaign.isInFourthPhase(given.effectiveAt()))
            throw refuse(
                    PHASE_NOT_OPEN,
                    "S84",
                    "phase 4 is not open: record the reason of an exception");
        return from;
    }

    static CommendationRoundOpened opened(OpenCommendationRound c, @Nullable LocalDate conferFrom) {
        return new CommendationRoundOpened(
                c.round(),
                c.campaign(),
                c.kind(),
                c.categories(),
                c.periodFrom(),
                c.periodTo(),
                conferFrom,
                c.conferBefore(),
                c.procedure(),
                c.exceptionReason());
    }
}
