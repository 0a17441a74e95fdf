package org.zhengyou.evaluations.schemes;

/**
 * 依标准评议 (S8, S26). An event by which something is judged by the criteria of a scheme: from then on
 * the version does not change.
 */
public interface SchemeUse {
    /** The scheme that is used. */
    SchemeId scheme();
}
