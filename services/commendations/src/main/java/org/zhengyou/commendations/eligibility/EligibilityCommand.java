package org.zhengyou.commendations.eligibility;

import org.zhengyou.commendations.nominations.CandidateId;
import org.zhengyou.commendations.nominations.NominationId;
import org.zhengyou.commendations.rounds.RoundId;
import org.zhengyou.kit.authority.Allowed;
import org.zhengyou.kit.authority.OfficeFunction;

/** 资格审查 (S116). What is done to find out whether a candidate may be commended. */
public sealed interface EligibilityCommand {
    /** The nomination concerned. */
    NominationId nomination();

    /** Its round. */
    RoundId round();

    /** Its candidate. */
    CandidateId candidate();

    /**
     * 审查资格 (S116). Applies the rules to the facts known here that are true on the effective date.
     * The same facts give the same trace.
     *
     * @param nomination the nomination
     * @param round its round
     * @param candidate its candidate
     */
    @Allowed(function = OfficeFunction.APPRAISE, clause = "S116")
    record CheckEligibility(NominationId nomination, RoundId round, CandidateId candidate)
            implements EligibilityCommand {}
}
