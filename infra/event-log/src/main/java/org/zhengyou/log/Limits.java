package org.zhengyou.log;

import java.util.List;

/**
 * Sizes above which a transaction is refused before anything is written. Bytes are bytes of UTF-8.
 *
 * @param eventBytes canonical bytes of one event: with its payload, tags, metadata and place
 * @param events events of one transaction; at most {@value #MOST_EVENTS}, on which readers rely to
 *     find the transaction that a position lies in
 * @param tags tags of one event
 * @param tagBytes one tag, {@code key=value}
 * @param documentBytes the document that holds the transaction; MongoDB takes 16 MB
 */
public record Limits(int eventBytes, int events, int tags, int tagBytes, int documentBytes) {
    /** No transaction of any log ever holds more events. */
    public static final int MOST_EVENTS = 1_000;

    /** No event of any log ever has more canonical bytes: their number fits 16 bits. */
    public static final int MOST_EVENT_BYTES = 65_535;

    private static final int OWN_EVENT_BYTES = 60_000;
    private static final int MOST_BYTES = 16 << 20;

    /** Refuses limits that the log or MongoDB could not keep. */
    public Limits {
        if (events > MOST_EVENTS || eventBytes > MOST_EVENT_BYTES || documentBytes > MOST_BYTES) {
            throw new IllegalArgumentException("more than a log can hold");
        }
    }

    /**
     * 60,000 bytes an event, 1,000 events, 32 tags of 256 bytes, 15 MB a document. An event of this
     * size still fits into a log that copies it and says, in its metadata, where it is from.
     */
    public static Limits defaults() {
        return new Limits(OWN_EVENT_BYTES, MOST_EVENTS, 32, 256, 15 << 20);
    }

    /** The same for a log of copies: {@value #MOST_EVENT_BYTES} bytes an event. */
    public static Limits copies() {
        return new Limits(MOST_EVENT_BYTES, MOST_EVENTS, 32, 256, 15 << 20);
    }

    /** Refuses what is too large; {@code bodies} are {@link Chain#body} of each, in order. */
    void check(List<NewEvent> transaction, List<byte[]> bodies) {
        refuseAbove(events, transaction.size(), Limit.EVENTS_PER_TRANSACTION);
        long document = 0;
        for (int i = 0; i < transaction.size(); i++) {
            NewEvent event = transaction.get(i);
            int bytes = Chain.PLACE_BYTES + bodies.get(i).length;
            if (bytes > eventBytes) {
                throw new LogLimitExceededException(event.type(), bytes, eventBytes);
            }
            refuseAbove(tags, event.tags().size(), Limit.TAGS_PER_EVENT);
            for (String tag : event.tags()) {
                int length = Chain.utf8(tag).length;
                refuseAbove(tagBytes, length, Limit.TAG_LENGTH);
                document += length + 16; // a second time in the document's union of tags
            }
            // BSON spends at most 16 bytes more than the canonical form on a text, 200 on an event
            document += bytes + 200 + 16L * (event.tags().size() + 2L * event.metadata().size());
        }
        refuseAbove(documentBytes, document, Limit.DOCUMENT_BYTES);
    }

    private static void refuseAbove(int allowed, long actual, Limit limit) {
        if (actual > allowed) {
            throw new LogLimitExceededException(limit, actual, allowed);
        }
    }

    /** Names of the limits. */
    public enum Limit {
        /** Bytes of one event. */
        EVENT_BYTES,
        /** Events of one transaction. */
        EVENTS_PER_TRANSACTION,
        /** Tags of one event. */
        TAGS_PER_EVENT,
        /** Bytes of one tag. */
        TAG_LENGTH,
        /** Bytes of one transaction's document. */
        DOCUMENT_BYTES
    }
}
