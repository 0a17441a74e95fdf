package org.zhengyou.log;

import java.util.List;

/**
 * One transaction in the chain. Its hash is SHA-256(hash before ‖ leaves), see {@link Chain}.
 *
 * @param position of its first event
 * @param leaves of its events, in order, 32 bytes each
 * @param hash 32 bytes
 */
@SuppressWarnings("ArrayRecordComponent") // handed on, neither compared nor kept
public record Link(long position, List<byte[]> leaves, byte[] hash) {
    /** Copies the list. */
    public Link {
        leaves = List.copyOf(leaves);
    }

    static Link of(Transaction transaction) {
        return new Link(
                transaction.first(),
                transaction.events().stream().map(Chain::leaf).toList(),
                transaction.hash());
    }
}
