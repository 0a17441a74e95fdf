package org.zhengyou.commendations.rounds;

/**
 * An event of this service. Rules of one concept rest on facts of another, strictly: a decision on
 * the three steps, a nomination on the round. They find them by their tags; this is the type of all
 * of them.
 */
public interface CommendationFact {}
