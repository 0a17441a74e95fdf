/**
 * The log: a gapless, hash-chained, append-only sequence of events in one MongoDB collection.
 *
 * <p>One document per transaction. {@code _id} is the position of its first event and {@code n} the
 * number of its events, so the next document's {@code _id} is always {@code _id + n}: the unique
 * index on {@code _id} is at once the order, the proof that nothing is missing and the
 * compare-and-set that lets any number of processes append without a lock or a counter.
 *
 * <p>Start at {@link org.zhengyou.log.EventLog}:
 *
 * <pre>{@code
 * try (EventLog log = EventLog.open(database, "log", LogOptions.defaults())) {
 *     long known = log.head();
 *     List<StoredEvent> before = log.read(Criteria.tagged("number=7"), 0, known);
 *     // ... decide ...
 *     log.append(events, new Condition(Criteria.tagged("number=7"), known));
 * }
 * }</pre>
 *
 * <p>Whether the past is still what it was, {@link org.zhengyou.log.LogVerifier} tells; against
 * whoever can rewrite the whole collection only a {@link org.zhengyou.log.ChainHead} kept elsewhere
 * helps. Positions count events; times recorded are in milliseconds, times effective in
 * microseconds; sizes are bytes of UTF-8.
 *
 * <p>Not promised: that the order is that of the times effective, that an event appended twice is
 * stored once, and that what another process appended is known here before the next poll.
 *
 * <p>This package knows the MongoDB driver and nothing else.
 */
@NullMarked
package org.zhengyou.log;

import org.jspecify.annotations.NullMarked;
