package org.zhengyou.evaluations.schemes;

/**
 * An event of this service. Rules of one concept rest on facts of another, strictly: a report on
 * the scheme and the cycle, a scheme on whether a report used it. They find them by their tags;
 * this is the type of all of them.
 */
public interface EvaluationFact {}
