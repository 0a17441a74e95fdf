/**
 * The log: a gapless, hash-chained, append-only sequence of events in one MongoDB collection.
 *
 * <p>One document per transaction. {@code _id} is the position of its first event and {@code n} the
 * number of its events, so the next document's {@code _id} is always {@code _id + n}: the unique
 * index on {@code _id} is at once the order, the proof that nothing is missing and the
 * compare-and-set that lets any number of processes append without a lock or a counter.
 *
 * <p>Start at {@link org.zhengyou.log.EventLog}. This package knows the MongoDB driver and nothing
 * else.
 */
@NullMarked
package org.zhengyou.log;

import org.jspecify.annotations.NullMarked;
