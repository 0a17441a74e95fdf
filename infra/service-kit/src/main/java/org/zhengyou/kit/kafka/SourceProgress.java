package org.zhengyou.kit.kafka;

import java.util.BitSet;
import java.util.Map;
import java.util.TreeMap;
import org.bson.Document;
import org.bson.types.Binary;

/**
 * What was received of one source. Positions of a log have no gaps, so "everything up to N" is
 * exact: it is the largest N of which all positions 1 to N were received, whatever order the
 * partitions deliver in.
 */
class SourceProgress {
    private static final int COMPACT_AT = 4_096;

    /** Positions ahead of the first that is missing; a megabyte of bits. */
    static final long MOST_AHEAD = 8L << 20;

    private final String source;
    private final Map<Integer, Long> offsets = new TreeMap<>();

    /** Everything up to here was received. */
    private long base;

    /** Bit i: position {@code base + 1 + i} was received. */
    private BitSet above = new BitSet();

    /** Identity of its log; empty as long as nothing was received. */
    private String log = "";

    /** Why nothing more is taken of it; empty if it is. */
    private String stopped = "";

    /** Nothing was received. */
    SourceProgress(String source) {
        this.source = source;
    }

    /** Reads {@link #document}. */
    static SourceProgress of(Document stored) {
        SourceProgress progress = new SourceProgress(stored.getString("source"));
        progress.base = stored.getLong("watermark");
        progress.log = stored.getString("log");
        progress.stopped = stored.getString("stopped");
        progress.above = BitSet.valueOf(stored.get("above", Binary.class).getData());
        stored.get("offsets", Document.class)
                .forEach(
                        (partition, next) ->
                                progress.offsets.put(Integer.valueOf(partition), (Long) next));
        return progress;
    }

    /** What must not be forgotten. */
    Document document() {
        compact();
        Document next = new Document();
        offsets.forEach((partition, offset) -> next.append(partition.toString(), offset));
        return new Document("source", source)
                .append("watermark", base)
                .append("log", log)
                .append("stopped", stopped)
                .append("above", new Binary(above.toByteArray()))
                .append("offsets", next);
    }

    String source() {
        return source;
    }

    /** Whether this is the identity of another log than what was received before came from. */
    boolean isOfAnotherLog(String identity) {
        return !log.isEmpty() && !log.equals(identity);
    }

    /** What is received comes from the log with this identity. */
    void isOf(String identity) {
        log = identity;
    }

    /**
     * Takes nothing more of it: its log is not the one that it was. What was taken so far belongs
     * to a history that no longer holds, and what comes now must not be mixed with it.
     */
    void stop(String why) {
        stopped = why;
    }

    /** Why nothing more is taken of it; empty if it is. */
    String stopped() {
        return stopped;
    }

    /** Is read once more from the first record on, and taken again if it was not any more. */
    void beginAnew() {
        offsets.clear();
        stopped = "";
    }

    /** The offset to read this partition from. */
    long offset(int partition) {
        return offsets.getOrDefault(partition, 0L);
    }

    /** This partition was read up to before this offset. */
    void read(int partition, long next) {
        offsets.put(partition, next);
    }

    /** Whether the event at this position was not received before. */
    boolean isNew(long position) {
        return position > base && !above.get(index(position));
    }

    /** The event at this position was received. */
    void received(long position) {
        if (position <= base) return;
        above.set(index(position));
        if (above.nextClearBit(0) >= COMPACT_AT) compact();
    }

    /** Everything up to this position was received. */
    long watermark() {
        return base + above.nextClearBit(0);
    }

    /**
     * Of the bit of a position.
     *
     * @throws IllegalArgumentException if it lies too far ahead: what anybody writes into a topic
     *     must not say how much memory is taken
     */
    private int index(long position) {
        requireNear(position);
        return (int) (position - base - 1);
    }

    /** As {@link #index}. */
    void requireNear(long position) {
        if (position - base > MOST_AHEAD)
            throw new IllegalArgumentException("so far ahead that it is not believed");
    }

    private void compact() {
        int received = above.nextClearBit(0);
        if (received == 0) return;
        above = above.get(received, Math.max(received, above.length()));
        base += received;
    }
}
