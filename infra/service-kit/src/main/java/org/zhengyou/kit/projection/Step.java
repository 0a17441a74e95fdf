package org.zhengyou.kit.projection;

import java.util.function.UnaryOperator;

/**
 * What one arrival does to one row.
 *
 * @param from the arrival
 * @param change from the row before to the row after
 */
record Step<R extends Record>(Arrival from, UnaryOperator<R> change) {}
