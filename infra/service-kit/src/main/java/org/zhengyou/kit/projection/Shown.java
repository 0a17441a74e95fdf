package org.zhengyou.kit.projection;

/**
 * One row as it is shown.
 *
 * @param key its key
 * @param answer what is shown of it
 * @param rank where it stands in the answer
 */
record Shown(String key, Record answer, Rank rank) {}
