package org.zhengyou.commendations.decisions;

import static org.zhengyou.kit.decide.Refusal.refuse;
import static org.zhengyou.kit.decide.RefusalCode.OUT_OF_SCOPE;
import static org.zhengyou.kit.decide.RefusalCode.RESULT_MISSING;

import java.util.List;
import org.zhengyou.commendations.decisions.DecisionCommand.DecideCommendation;
import org.zhengyou.commendations.directory.ResultDirectory;
import org.zhengyou.commendations.directory.ResultDirectory.Result;
import org.zhengyou.commendations.eligibility.EligibilityEvent.EligibilityAssessed;
import org.zhengyou.commendations.nominations.NominationEvent.NominationFiled;
import org.zhengyou.commendations.rounds.RoundEvent.CommendationRoundOpened;
import org.zhengyou.kit.decide.Given;

/**
 * 重要依据 (S116). An important basis, not the only one: a decision names the review result it used, or
 * the recorded reason why there is none.
 */
record DecisionBasis(Given given, NominationFiled filed, DecideCommendation decision) {
    private static final String CLAUSE = "S116";

    /**
     * The decision names a result of the candidate inside the period, or says why there is none.
     *
     * @throws org.zhengyou.kit.decide.Refusal RESULT_MISSING while there is none, or OUT_OF_SCOPE
     *     if there is one that is not named, or the one named lies outside the period
     */
    void requireResult(CommendationRoundOpened round) {
        List<Result> known =
                given.look(ResultDirectory.class, filed.candidate().value())
                        .by(given.effectiveAt());
        boolean isCounted =
                known.stream().anyMatch(one -> one.isWithin(round.periodFrom(), round.periodTo()));
        if (decision.reviewResult() != null) requireNamed(known, round);
        else if (isCounted && filed.category().restsOnReviewResult())
            throw refuse(OUT_OF_SCOPE, CLAUSE, "a review result is on file: name it");
        else if (decision.reasonWithoutResult() == null && filed.category().restsOnReviewResult())
            throw refuse(
                    RESULT_MISSING,
                    CLAUSE,
                    "name a review result, or the reason why there is none");
    }

    private void requireNamed(List<Result> known, CommendationRoundOpened round) {
        List<Result> named = known.stream().filter(this::isNamed).toList();
        if (named.isEmpty())
            throw refuse(
                    RESULT_MISSING,
                    CLAUSE,
                    "no such result of the candidate is known here by then");
        if (named.stream().noneMatch(one -> one.isWithin(round.periodFrom(), round.periodTo())))
            throw refuse(OUT_OF_SCOPE, "S85", "the result lies outside the round's period");
    }

    private boolean isNamed(Result one) {
        return decision.reviewResult() != null
                && one.review().equals(decision.reviewResult().value());
    }

    /**
     * Who is commended meets every rule; a recorded reason makes good for a missing result, for
     * nothing else.
     *
     * @throws org.zhengyou.kit.decide.Refusal OUT_OF_SCOPE naming the rules
     */
    void requireEligible(EligibilityAssessed assessed) {
        if (!decision.commended() || assessed.eligible()) return;
        List<String> unmet = assessed.unmet(decision.reasonWithoutResult() != null);
        if (!unmet.isEmpty())
            throw refuse(
                    OUT_OF_SCOPE,
                    CLAUSE,
                    "by the assessment on file these rules are not met: " + unmet);
    }
}
