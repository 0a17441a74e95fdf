package org.zhengyou.kit.runtime;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLongArray;

/**
 * A set of texts that forgets none and rarely (about once in a thousand times) claims to know one
 * it was never given: a Bloom filter, followed by one twice as large whenever the last one is full.
 * One thread adds at a time, any number asks.
 */
final class GrowingFilter {
    private static final int FIRST_CAPACITY = 1 << 16;
    private static final int BITS_PER_TEXT = 16;
    private static final int PROBES = 7;

    private final List<Generation> generations = new CopyOnWriteArrayList<>();

    GrowingFilter() {
        generations.add(new Generation(FIRST_CAPACITY));
    }

    void add(String text) {
        long hash = hash(text);
        if (mayContain(hash)) return;
        Generation last = generations.getLast();
        if (last.isFull()) {
            last = new Generation(last.capacity * 2);
            generations.add(last);
        }
        last.add(hash);
    }

    boolean mayContain(String text) {
        return mayContain(hash(text));
    }

    private boolean mayContain(long hash) {
        for (Generation generation : generations) if (generation.mayContain(hash)) return true;
        return false;
    }

    /** FNV-1a over the characters, then mixed, because its high bits are weak. */
    private static long hash(String text) {
        long hash = 0xcbf29ce484222325L;
        for (int i = 0; i < text.length(); i++) hash = (hash ^ text.charAt(i)) * 0x100000001b3L;
        hash = (hash ^ (hash >>> 33)) * 0xff51afd7ed558ccdL;
        hash = (hash ^ (hash >>> 33)) * 0xc4ceb9fe1a85ec53L;
        return hash ^ (hash >>> 33);
    }

    private static final class Generation {
        private final int capacity;
        private final long mask;
        private final AtomicLongArray bits;
        private int count;

        Generation(int capacity) {
            this.capacity = capacity;
            long size = (long) capacity * BITS_PER_TEXT;
            this.mask = size - 1;
            this.bits = new AtomicLongArray((int) (size >>> 6));
        }

        boolean isFull() {
            return count >= capacity;
        }

        void add(long hash) {
            count++;
            for (int i = 0; i < PROBES; i++) {
                long bit = bit(hash, i);
                int word = (int) (bit >>> 6);
                bits.set(word, bits.get(word) | 1L << bit);
            }
        }

        boolean mayContain(long hash) {
            for (int i = 0; i < PROBES; i++) {
                long bit = bit(hash, i);
                if ((bits.get((int) (bit >>> 6)) & 1L << bit) == 0) return false;
            }
            return true;
        }

        /** Double hashing with both halves of one hash. */
        private long bit(long hash, int probe) {
            return ((hash >>> 32 | 1) * probe + hash) & mask;
        }
    }
}
