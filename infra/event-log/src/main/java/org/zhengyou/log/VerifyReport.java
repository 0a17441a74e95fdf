package org.zhengyou.log;

/** What a verification found. */
public sealed interface VerifyReport {
    /** How many events were found right, counted from the first. */
    long events();

    /** The last transaction that was found right. */
    ChainHead head();

    /** Whether nothing is wrong. */
    default boolean intact() {
        return this instanceof Intact;
    }

    /**
     * The log is what it was when it was written.
     *
     * @param events how many it has
     * @param head where it ends
     * @param identity the leaf of its first event, 64 hexadecimal digits (see {@link
     *     EventLog#identity}); empty if the log is
     */
    record Intact(long events, ChainHead head, String identity) implements VerifyReport {}

    /**
     * The log was tampered with or damaged.
     *
     * @param events how many events before the wrong one are right
     * @param head the last transaction before it
     * @param position the first wrong position
     * @param fault what is wrong there
     * @param detail the same in words
     */
    record Broken(long events, ChainHead head, long position, Fault fault, String detail)
            implements VerifyReport {}

    /** What can be wrong with a position. */
    enum Fault {
        /** The transaction there is not the one that was written. */
        CHANGED,
        /** There is nothing. */
        MISSING,
        /** There is a transaction that was never written; those written follow. */
        INSERTED,
        /** There is a transaction that was written at another position. */
        REORDERED,
        /** There is something that is no transaction. */
        NOT_READABLE,
        /** The log ended later once. */
        TRUNCATED
    }
}
