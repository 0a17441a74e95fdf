package org.zhengyou.kit.projection;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.zhengyou.kit.streaming.Lease;
import org.zhengyou.kit.streaming.SharedThreads;

/**
 * Up to where the rows contain the facts, and who waits for that. The process with the lease knows;
 * others read what it writes down, <code>{_id: log or inbox, position, generation}</code>, at most
 * {@value #LAZY_MILLIS} ms later. A position is written down after its rows, never before.
 */
final class Seen {
    private static final Logger LOG = LoggerFactory.getLogger(Seen.class);
    private static final long LAZY_MILLIS = 100;
    private static final long AGAIN_MILLIS = 1_000;
    private static final long LONGEST_WAIT_MILLIS = 100;
    private static final long ASK_EVERY_MILLIS = 20;
    private static final UpdateOptions UPSERT = new UpdateOptions().upsert(true);

    private final MongoCollection<Document> stored;
    private final Lease lease;
    private volatile long epoch;
    private volatile @Nullable Positions apart;
    private Positions now = Positions.NOWHERE;
    private Positions written = Positions.NOWHERE;
    private long writtenAt = System.nanoTime();
    private boolean alarmSet;

    Seen(MongoCollection<Document> stored, Lease lease) {
        this.stored = stored;
        this.lease = lease;
    }

    /** Takes over from whoever had the lease before this one. */
    void restore(long newEpoch) {
        Positions found = read();
        synchronized (this) {
            now = found;
            written = found;
        }
        epoch = newEpoch;
    }

    /** Whether no row was ever written. */
    boolean isAtBeginning() {
        return read().equals(Positions.NOWHERE);
    }

    /** Whether this process has the lease and has taken over. */
    boolean isKept() {
        return lease.isValid() && epoch == lease.epoch();
    }

    /** The rows contain everything of this log up to this position. */
    void advance(Origin origin, long position) {
        boolean due;
        synchronized (this) {
            now = now.with(origin, position);
            notifyAll();
            long wait = writtenAt + TimeUnit.MILLISECONDS.toNanos(LAZY_MILLIS) - System.nanoTime();
            due = wait <= 0;
            if (!due) writeIn(wait);
        }
        if (due) write();
    }

    private void writeIn(long nanos) {
        if (alarmSet) return;
        alarmSet = true;
        var _ = SharedThreads.workers().schedule(this::writeNow, nanos, TimeUnit.NANOSECONDS);
    }

    /**
     * A view has moved. Readers in other processes learn it with the next position at the latest.
     */
    void nextGeneration() {
        synchronized (this) {
            now = now.in(now.generation() + 1);
        }
        write();
    }

    private void writeNow() {
        synchronized (this) {
            alarmSet = false;
        }
        try {
            write();
        } catch (RuntimeException | Error e) {
            LOG.warn("the positions of the views will be written later: {}", e.toString());
            writeAgain();
        }
    }

    /** Others wait for it, and there may be no next position that is written with it. */
    private synchronized void writeAgain() {
        writeIn(TimeUnit.MILLISECONDS.toNanos(AGAIN_MILLIS));
    }

    /** Writes down what is not yet; positions only grow, whoever writes them. */
    void write() {
        Positions from;
        Positions to;
        synchronized (this) {
            from = written;
            to = now;
            writtenAt = System.nanoTime();
        }
        for (Origin origin : Origin.values())
            if (to.of(origin) > from.of(origin) || to.generation() > from.generation())
                stored.updateOne(
                        Filters.eq("_id", origin.stored()),
                        Updates.combine(
                                Updates.max("position", to.of(origin)),
                                Updates.max("generation", to.generation())),
                        UPSERT);
        synchronized (this) {
            if (written.equals(from)) written = to;
        }
    }

    /** Tables that this process keeps apart contain everything up to here; null if it has none. */
    void keepApart(@Nullable Positions own) {
        apart = own;
    }

    /** All tables from which this process answers contain this, as far as it can tell. */
    Positions now() {
        Positions all = announced();
        Positions own = apart;
        return own == null
                ? all
                : new Positions(
                        Math.min(all.log(), own.log()),
                        Math.min(all.inbox(), own.inbox()),
                        all.generation());
    }

    /** The tables of the catalog contain this. */
    Positions announced() {
        if (!isKept()) return read();
        synchronized (this) {
            return now;
        }
    }

    private Positions read() {
        Positions read = Positions.NOWHERE;
        for (Document one : stored.find())
            read =
                    read.with(Origin.of(one.getString("_id")), one.getLong("position"))
                            .in(one.getLong("generation"));
        return read;
    }

    /** Waits until the rows contain this position; whether they do now. */
    boolean await(Origin origin, long position, Duration limit) {
        long deadline = System.nanoTime() + limit.toNanos();
        while (now().of(origin) < position) {
            long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
            if (left <= 0) return false;
            if (isKept() && apart == null)
                awaitAdvance(origin, position, Math.min(left, LONGEST_WAIT_MILLIS));
            else LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(ASK_EVERY_MILLIS));
            if (Thread.currentThread().isInterrupted()) return false;
        }
        return true;
    }

    private synchronized void awaitAdvance(Origin origin, long position, long left) {
        long until = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(left);
        try {
            while (now.of(origin) < position) {
                long millis = TimeUnit.NANOSECONDS.toMillis(until - System.nanoTime());
                if (millis <= 0) return;
                wait(millis);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
