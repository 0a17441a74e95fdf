package org.zhengyou.commendations.nominations;

import org.zhengyou.commendations.rounds.CommendationFact;

/** 民主推荐 (S83). A fact of a unit's ballot: from the first one on, the unit nominates no more. */
public interface BallotFact extends CommendationFact {}
