package org.zhengyou.log;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.jspecify.annotations.Nullable;

/**
 * The last events of the log in memory, found by position and by tag. One thread adds, any number
 * reads.
 */
final class Window {
    private static final Positions NONE = new Positions();

    private final int maxEvents;
    private final long maxBytes;
    private final ReadWriteLock lock = new ReentrantReadWriteLock();
    private final Map<String, Positions> byTag = new HashMap<>();

    /** Event of position p at p & (length - 1); the length is a power of two. */
    private @Nullable StoredEvent[] ring = new @Nullable StoredEvent[16];

    private long first;
    private long next;
    private long bytes;

    /** An empty window behind this position. */
    Window(long after, int maxEvents, long maxBytes) {
        this.first = after + 1;
        this.next = first;
        this.maxEvents = maxEvents;
        this.maxBytes = maxBytes;
    }

    /** A window that keeps everything. */
    static Window unbounded(long after) {
        return new Window(after, Integer.MAX_VALUE, Long.MAX_VALUE);
    }

    void add(StoredEvent event) {
        lock.writeLock().lock();
        try {
            if (event.position() != next) {
                throw new CorruptLogException(next, "followed by " + event.position());
            }
            makeRoom();
            ring[slot(next++)] = event;
            bytes += weight(event);
            for (String tag : event.tags()) {
                byTag.computeIfAbsent(tag, none -> new Positions()).add(event.position());
            }
            while (next - first > maxEvents || (bytes > maxBytes && next - first > 1)) {
                removeFirst();
            }
        } finally {
            lock.writeLock().unlock();
        }
    }

    private void makeRoom() {
        if (next - first < ring.length) {
            return;
        }
        @Nullable StoredEvent[] old = ring;
        ring = new @Nullable StoredEvent[old.length * 2];
        for (long position = first; position < next; position++) {
            ring[slot(position)] = old[(int) (position & (old.length - 1))];
        }
    }

    private void removeFirst() {
        StoredEvent event = at(first);
        ring[slot(first++)] = null;
        bytes -= weight(event);
        for (String tag : event.tags()) {
            byTag.computeIfPresent(
                    tag,
                    (none, positions) -> {
                        positions.removeFirst();
                        return positions.isEmpty() ? null : positions;
                    });
        }
    }

    /**
     * Matching events in {@code (after, upTo]}, in order, {@code max} at most.
     *
     * @return empty if the window no longer reaches back to {@code after}
     */
    Optional<List<StoredEvent>> read(Criteria criteria, long after, long upTo, int max) {
        lock.readLock().lock();
        try {
            if (after < first - 1) {
                return Optional.empty();
            }
            long last = Math.min(upTo, next - 1);
            return Optional.of(find(criteria, after, last, max));
        } finally {
            lock.readLock().unlock();
        }
    }

    private List<StoredEvent> find(Criteria criteria, long after, long last, int max) {
        if (after >= last) {
            return List.of();
        }
        if (criteria.any().size() == 1) {
            return find(criteria.any().getFirst(), after, last, max);
        }
        TreeMap<Long, StoredEvent> found = new TreeMap<>();
        for (Criterion criterion : criteria.any()) {
            find(criterion, after, last, max).forEach(event -> found.put(event.position(), event));
        }
        return found.values().stream().limit(max).toList();
    }

    private List<StoredEvent> find(Criterion criterion, long after, long last, int max) {
        Positions candidates = rarest(criterion, after);
        List<StoredEvent> found = new ArrayList<>();
        long position = next(candidates, after);
        while (position <= last && found.size() < max) {
            StoredEvent event = at(position);
            if (criterion.matches(event.type(), event.tags())) {
                found.add(event);
            }
            position = next(candidates, position);
        }
        return found;
    }

    private static long next(@Nullable Positions candidates, long after) {
        return candidates == null ? after + 1 : candidates.firstAfter(after);
    }

    /** Positions of the tag with the fewest events after this one; null if there is no tag. */
    private @Nullable Positions rarest(Criterion criterion, long after) {
        Positions rarest = null;
        for (String tag : criterion.tags()) {
            Positions positions = byTag.getOrDefault(tag, NONE);
            if (rarest == null || positions.countAfter(after) < rarest.countAfter(after)) {
                rarest = positions;
            }
        }
        return rarest;
    }

    private StoredEvent at(long position) {
        StoredEvent event = ring[slot(position)];
        if (event == null) {
            throw new IllegalStateException(
                    "nothing at " + position + " in " + first + ".." + next);
        }
        return event;
    }

    private int slot(long position) {
        return (int) (position & (ring.length - 1));
    }

    /** Roughly the bytes an event takes. */
    private static long weight(StoredEvent event) {
        long weight = 200L + event.payload().length();
        for (String tag : event.tags()) {
            weight += 100L + tag.length();
        }
        for (Map.Entry<String, String> entry : event.metadata().entrySet()) {
            weight += 100L + entry.getKey().length() + entry.getValue().length();
        }
        return weight;
    }
}
