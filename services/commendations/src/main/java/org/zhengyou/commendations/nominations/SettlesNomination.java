package org.zhengyou.commendations.nominations;

/** 结论 (P-ONE-ROUND). What happens to a nomination after which it stands undecided no more. */
public interface SettlesNomination {
    /** The nomination. */
    NominationId nomination();

    /** Its candidate. */
    CandidateId candidate();
}
