package org.zhengyou.kit.runtime;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * A bounded memory of recently used values, for any number of threads. Two generations: what is not
 * used while a whole generation fills up is forgotten. Reading takes no lock.
 */
public final class RecentValues<K, V> {
    private final int generation;
    private volatile Map<K, V> young = new ConcurrentHashMap<>();
    private volatile Map<K, V> old = new ConcurrentHashMap<>();

    /**
     * An empty memory.
     *
     * @param entries how many values it holds at most; 0 for none
     */
    public RecentValues(int entries) {
        generation = (entries + 1) / 2;
    }

    /** The value remembered under this key, if any. */
    public @Nullable V get(K key) {
        V value = young.get(key);
        if (value != null) return value;
        value = old.get(key);
        if (value != null && young.putIfAbsent(key, value) == null && young.size() > generation)
            turn();
        return value;
    }

    /** Remembers a value. */
    public void put(K key, V value) {
        if (generation == 0) return;
        young.put(key, value);
        if (young.size() > generation) turn();
    }

    /** Forgets the value under this key. */
    public void remove(K key) {
        young.remove(key);
        old.remove(key);
    }

    private synchronized void turn() {
        if (young.size() <= generation) return;
        old = young;
        young = new ConcurrentHashMap<>();
    }
}
