package org.zhengyou.commendations.nominations;

import org.zhengyou.commendations.rounds.CommendationFact;

/** 结论 (S116). A fact by which a nomination came to its end. */
public interface Outcome extends CommendationFact {
    /** The nomination concerned. */
    NominationId nomination();
}
