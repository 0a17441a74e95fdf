package org.zhengyou.commendations.decisions;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.zhengyou.commendations.directory.ReviewId;
import org.zhengyou.commendations.nominations.NominationId;
import org.zhengyou.commendations.rounds.RoundId;
import org.zhengyou.kit.authority.Allowed;
import org.zhengyou.kit.authority.OfficeFunction;
import org.zhengyou.kit.validation.Consistent;
import org.zhengyou.kit.validation.Text;
import org.zhengyou.kit.validation.Violation;

/** 评选、表彰 (S69, S84, S116). What the committee does with a nomination in the end. */
public sealed interface DecisionCommand {
    /** The nomination concerned. */
    NominationId nomination();

    /** The round it belongs to. */
    RoundId round();

    /**
     * 评选决定 (S116). Needs the closed recommendation and the eligibility on file, and rests on a
     * review result or on a recorded reason why there is none; for Party-affairs workers, whom S116
     * does not name, neither is needed.
     *
     * @param nomination the nomination
     * @param round its round
     * @param commended whether the candidate is commended
     * @param reviewResult the review whose result was used; absent if there is none
     * @param reasonWithoutResult why there is no result, 1 to 1000 characters and no personal
     *     value; absent if there is one
     */
    @Allowed(function = OfficeFunction.GUIDE, level = Allowed.Level.COMMITTEE, clause = "S116")
    record DecideCommendation(
            NominationId nomination,
            RoundId round,
            boolean commended,
            @Nullable ReviewId reviewResult,
            @Nullable @Text(max = 1000) String reasonWithoutResult)
            implements DecisionCommand, Consistent {
        @Override
        public List<Violation> contradictions() {
            return Violation.unless(
                    reviewResult == null || reasonWithoutResult == null,
                    "reasonWithoutResult",
                    "must be absent where there is a result | 有结果时不得填写");
        }
    }

    /**
     * 授予表彰 (S69, S84). Strictly before the round's day.
     *
     * @param nomination a nomination that was decided to be commended
     * @param round its round
     */
    @Allowed(
            function = OfficeFunction.GUIDE,
            level = Allowed.Level.COMMITTEE,
            clause = {"S69", "S84"})
    record ConferCommendation(NominationId nomination, RoundId round) implements DecisionCommand {}
}
