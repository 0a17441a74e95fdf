package org.zhengyou.embedded.mongo;

import io.netty.channel.Channel;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Holds replies back until what they tell is in the file. Every write gets a ticket before it
 * starts; one commit covers all tickets given out so far. No thread waits: the thread that ran the
 * command commits after the other commands that are ready on it, so that under load they share the
 * commit.
 *
 * <p>Readers wait as well, for the writes of what they read: otherwise one could be shown an entry
 * that a crash then takes back.
 */
final class GroupCommit {
    private static final Logger LOG = LoggerFactory.getLogger(GroupCommit.class);

    private record Held(long ticket, Channel channel, Object reply) {}

    private final Journal journal;
    private final Persistence persistence;
    private final Runnable unwritable;
    private final ReadWriteLock lock = new ReentrantReadWriteLock();
    private final AtomicLong tickets = new AtomicLong();
    private final AtomicLong everywhere = new AtomicLong();
    private final Map<String, AtomicLong> lastWrites = new ConcurrentHashMap<>();
    private final Queue<Held> held = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean committing = new AtomicBoolean();
    private volatile long durable;
    private volatile boolean failed;

    /**
     * Commits to this journal.
     *
     * @param unwritable is run once, when writes cannot get into the file
     */
    GroupCommit(Journal journal, Persistence persistence, Runnable unwritable) {
        this.journal = journal;
        this.persistence = persistence;
        this.unwritable = unwritable;
    }

    /**
     * Runs a write beside other writes, but never beside a commit: no write is torn.
     *
     * @param namespace the collection it changes; empty for more than one
     * @return the ticket of the write
     */
    long write(String namespace, Runnable write) {
        lock.readLock().lock();
        try {
            long ticket = tickets.incrementAndGet();
            AtomicLong last =
                    namespace.isEmpty()
                            ? everywhere
                            : lastWrites.computeIfAbsent(namespace, n -> new AtomicLong());
            last.accumulateAndGet(ticket, Math::max);
            write.run();
            return ticket;
        } finally {
            lock.readLock().unlock();
        }
    }

    /**
     * The last ticket whose write a read that has just ended may have seen.
     *
     * @param namespace the collection that was read; empty for more than one
     */
    long seen(String namespace) {
        if (namespace.isEmpty()) {
            return tickets.get();
        }
        AtomicLong last = lastWrites.get(namespace);
        return Math.max(everywhere.get(), last == null ? 0 : last.get());
    }

    /**
     * Sends the reply as soon as the write with the ticket is in the file. On the channel's thread.
     */
    void reply(long ticket, Channel channel, Object reply) {
        if (ticket <= durable && !failed) {
            var _ = channel.writeAndFlush(reply);
            return;
        }
        held.add(new Held(ticket, channel, reply));
        schedule(channel);
    }

    private void schedule(Channel channel) {
        if (committing.compareAndSet(false, true)) {
            channel.eventLoop().execute(this::commitAndRelease);
        }
    }

    private void commitAndRelease() {
        try {
            commit();
            release();
        } finally {
            committing.set(false);
        }
        Held next = held.peek();
        if (next != null) {
            schedule(next.channel);
        }
    }

    /** Writes everything done so far to the file. */
    synchronized void commit() {
        if (failed || durable == tickets.get()) {
            return;
        }
        long upTo;
        try {
            upTo = exclusively(this::persist);
        } catch (RuntimeException | Error e) {
            failed = true;
            LOG.error("writing failed; the file is opened anew", e);
            unwritable.run();
            return;
        }
        try {
            persistence.force(journal);
            durable = upTo;
        } catch (RuntimeException | Error e) {
            failed = true; // what the device has of the file is not known any more: no way on
            LOG.error("the device failed; nothing is acknowledged any more", e);
        }
    }

    private long persist() {
        long upTo = tickets.get();
        persistence.persist(journal);
        return upTo;
    }

    private <T> T exclusively(Supplier<T> action) {
        lock.writeLock().lock();
        try {
            return action.get();
        } finally {
            lock.writeLock().unlock();
        }
    }

    private void release() {
        for (int i = held.size(); i > 0; i--) {
            Held next = held.poll();
            if (next == null) {
                return;
            }
            if (failed) {
                var _ = next.channel.close(); // the client learns what it would learn from a crash:
                // nothing
            } else if (next.ticket <= durable) {
                var _ = next.channel.writeAndFlush(next.reply);
            } else {
                held.add(next);
            }
        }
    }
}
