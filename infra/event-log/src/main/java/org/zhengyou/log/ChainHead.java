package org.zhengyou.log;

import java.util.Arrays;
import java.util.HexFormat;

/**
 * The end of the log and the hash that stands for everything up to it. Who keeps one can later
 * prove that nothing before it was changed or cut off: see {@link LogVerifier}.
 *
 * @param position position of the last event; 0 if the log is empty
 * @param hash hash of the transaction that ends there, 32 bytes; of an empty log 32 zero bytes
 */
@SuppressWarnings("ArrayRecordComponent") // copied in and out, compared by content
public record ChainHead(long position, byte[] hash) {

    /** Copies the hash. */
    public ChainHead {
        hash = hash.clone();
        if (position < 0 || hash.length != Chain.HASH_BYTES) {
            throw new IllegalArgumentException("not the head of a chain");
        }
    }

    /** The head with this hash written as 64 hexadecimal digits. */
    public static ChainHead of(long position, String hex) {
        return new ChainHead(position, HexFormat.of().parseHex(hex));
    }

    /** A copy of the hash. */
    @Override
    public byte[] hash() {
        return hash.clone();
    }

    /** The hash as 64 lower-case hexadecimal digits. */
    public String hex() {
        return HexFormat.of().formatHex(hash);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ChainHead head
                && head.position == position
                && Arrays.equals(head.hash, hash);
    }

    @Override
    public int hashCode() {
        return 31 * Long.hashCode(position) + Arrays.hashCode(hash);
    }

    @Override
    public String toString() {
        return position + ":" + hex();
    }
}
