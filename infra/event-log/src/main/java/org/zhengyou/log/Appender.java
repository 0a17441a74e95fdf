package org.zhengyou.log;

import com.mongodb.MongoException;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Group commit: transactions that arrive while one batch is being written form the next. A caller
 * that finds nobody writing writes by itself, without a hand-off to another thread; what has queued
 * up meanwhile goes to the log's own thread, so that no caller works for others for long. Callers
 * are told of a batch while the next one is on its way to the server.
 */
final class Appender implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Appender.class);
    private static final long BATCH_BYTES = 16L << 20;

    private final Writer writer;
    private final LogOptions options;
    private final WakeUps wakeUps;
    private final Queue<Pending> queue = new ConcurrentLinkedQueue<>();
    private final ReentrantLock writing = new ReentrantLock();
    private final ScheduledExecutorService background;
    private volatile boolean closed;
    private volatile @Nullable CorruptLogException corrupt;
    private final @Nullable Turns turns;
    private long lastContact = System.nanoTime();

    /**
     * An appender.
     *
     * @param turns taken with other processes; null if it takes none
     */
    Appender(
            String name,
            Writer writer,
            LogOptions options,
            WakeUps wakeUps,
            @Nullable Turns turns) {
        this.turns = turns;
        this.writer = writer;
        this.options = options;
        this.wakeUps = wakeUps;
        this.background =
                Executors.newSingleThreadScheduledExecutor(
                        // Begun by whoever appends first: of that thread it keeps nothing.
                        Thread.ofPlatform()
                                .daemon()
                                .inheritInheritableThreadLocals(false)
                                .name("log-" + name)
                                .factory());
        long every = options.poll().toNanos();
        if (every > 0) {
            var _ =
                    background.scheduleWithFixedDelay(
                            this::poll, every, every, TimeUnit.NANOSECONDS);
        }
    }

    /** Returns at once; the log's own thread writes. */
    void enqueue(Pending pending) {
        queue.add(pending);
        writeInBackground();
    }

    /** Writes here if nobody else is writing, else waits. */
    long append(Pending pending) {
        queue.add(pending);
        List<Pending> batch = new ArrayList<>();
        if (exclusively(() -> writeBatch(batch))) {
            writeInBackground();
            batch.forEach(Pending::tell);
        }
        return outcome(pending);
    }

    /** Does not end early on an interrupt: the wait is bounded by the time limit. */
    private static long outcome(Pending pending) {
        try {
            return pending.done().join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    private void writeInBackground() {
        if (queue.isEmpty()) {
            return;
        }
        try {
            background.execute(this::writeAll);
        } catch (RejectedExecutionException e) {
            writeAll(); // closed: tells those who came too late
        }
    }

    /** Who has queued up while somebody else held the lock is seen after its release. */
    private void writeAll() {
        boolean free = true;
        while (free && !queue.isEmpty()) {
            List<Pending> batch = new ArrayList<>();
            free = exclusively(() -> writeBatch(batch));
            if (queue.isEmpty()) {
                batch.forEach(Pending::tell);
            } else {
                Thread.startVirtualThread(() -> batch.forEach(Pending::tell));
            }
        }
    }

    private boolean exclusively(Runnable work) {
        if (!writing.tryLock()) {
            return false;
        }
        try {
            work.run();
        } finally {
            writing.unlock();
        }
        return true;
    }

    /**
     * Settles what is next.
     *
     * @param batch is filled with what was settled: its callers are to be told
     */
    private void writeBatch(List<Pending> batch) {
        awaitTurn();
        fill(batch);
        CorruptLogException reason = corrupt;
        if (closed || reason != null) {
            var refusal = new LogUnavailableException("the log is closed", null);
            batch.forEach(pending -> pending.failed(reason == null ? refusal : reason));
            return;
        }
        try {
            List<Pending> inTime = batch.stream().filter(this::inTime).toList();
            boolean lost = writer.write(inTime);
            endTurn(lost);
        } catch (CorruptLogException e) {
            stop(e);
        } catch (RuntimeException | Error e) {
            LOG.error("a batch failed; everybody in it is told", e);
        }
        lastContact = System.nanoTime();
        wakeUps.signal();
    }

    private void awaitTurn() {
        if (turns == null || closed || queue.isEmpty()) {
            return;
        }
        boolean had = turns.mine();
        if (turns.await(this::learn)) {
            writer.lookFirst();
        }
        if (!had && turns.mine()) {
            endTurnLater();
        }
    }

    private void endTurnLater() {
        try {
            var _ = background.schedule(this::turnIsOver, Turns.nanos(), TimeUnit.NANOSECONDS);
        } catch (RejectedExecutionException e) {
            LOG.debug("the log is being closed, which ends the turn", e);
        }
    }

    private void endTurn(boolean lost) {
        if (turns == null) {
            return;
        }
        if (lost) {
            turns.lost();
        }
        turns.endIfOver();
    }

    /** Who is writing at that moment notices by itself; who came meanwhile is written for. */
    private void turnIsOver() {
        if (turns != null) {
            exclusively(turns::endIfOver);
            writeAll();
        }
    }

    private void fill(List<Pending> batch) {
        long bytes = 0;
        while (batch.size() < options.batch() && bytes < BATCH_BYTES) {
            Pending pending = queue.poll();
            if (pending == null) {
                break;
            }
            batch.add(pending);
            bytes += pending.bytes();
        }
    }

    /** What waited too long is not sent: there must be time left to find out what became of it. */
    private boolean inTime(Pending pending) {
        boolean inTime = pending.waitedNanos() < options.timeLimit().toNanos() / 5 * 3;
        if (!inTime) {
            pending.failed(new LogUnavailableException("not written in time", null));
        }
        return inTime;
    }

    /** A successful append says as much about the head as a question does. */
    private void poll() {
        try {
            exclusively(this::learnIfLongAgo);
            writeAll();
        } catch (RuntimeException | Error e) {
            LOG.error("asking for news of the log failed", e); // and is tried again next time
        }
    }

    private void learnIfLongAgo() {
        if (System.nanoTime() - lastContact >= options.poll().toNanos()) {
            learn();
        }
    }

    private void learn() {
        if (closed || corrupt != null) {
            return;
        }
        try {
            if (writer.learn()) {
                wakeUps.signal();
            }
        } catch (CorruptLogException e) {
            stop(e);
        } catch (MongoException e) {
            LOG.warn("the log cannot be read: {}", e.toString());
        }
        lastContact = System.nanoTime();
    }

    private void stop(CorruptLogException reason) {
        LOG.error("the log is corrupt and takes no more events", reason);
        corrupt = reason;
    }

    /** Waits for the batch being written; who waits behind it is told that the log is closed. */
    @Override
    public void close() {
        closed = true;
        background.shutdown();
        writing.lock();
        try {
            if (turns != null) {
                turns.end();
            }
        } finally {
            writing.unlock();
            writeAll();
        }
    }
}
