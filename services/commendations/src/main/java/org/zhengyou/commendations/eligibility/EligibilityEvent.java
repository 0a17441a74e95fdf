package org.zhengyou.commendations.eligibility;

import java.util.List;
import org.zhengyou.commendations.nominations.CandidateId;
import org.zhengyou.commendations.nominations.NominationId;
import org.zhengyou.commendations.rounds.RoundId;

/** 资格审查 (S116). What was found. */
public sealed interface EligibilityEvent {
    /** The nomination concerned. */
    NominationId nomination();

    /**
     * 资格已审查 (S116). Said again when other facts give another trace; the last one counts.
     *
     * @param nomination the nomination
     * @param round its round
     * @param candidate its candidate
     * @param eligible whether every rule that applies was met
     * @param trace how each rule came out, in the order of the rules
     */
    record EligibilityAssessed(
            NominationId nomination,
            RoundId round,
            CandidateId candidate,
            boolean eligible,
            List<RuleTrace> trace)
            implements EligibilityEvent {
        /**
         * The rules that were not met.
         *
         * @param withoutResult whether a recorded reason makes good for a missing review result
         */
        public List<String> unmet(boolean withoutResult) {
            return trace.stream()
                    .filter(one -> one.outcome() == RuleOutcome.NOT_MET)
                    .map(RuleTrace::rule)
                    .filter(rule -> !withoutResult || !rule.equals(EligibilityRule.RESULT))
                    .toList();
        }
    }
}
