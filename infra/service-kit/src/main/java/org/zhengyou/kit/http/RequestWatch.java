package org.zhengyou.kit.http;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.springframework.web.servlet.function.HandlerFunction;
import org.springframework.web.servlet.function.ServerResponse;

/**
 * Ends requests that take too long by interrupting their thread. Looks at all of them a few times a
 * second, which costs a request next to nothing. An append that is already being written is not
 * torn: it finishes, and so does its request.
 */
final class RequestWatch implements AutoCloseable {
    private static final long LOOK_MILLIS = 250;

    private final Set<Entry> running = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService sweeper =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().daemon().name("request-watch").factory());

    RequestWatch() {
        var _ =
                sweeper.scheduleWithFixedDelay(
                        this::look, LOOK_MILLIS, LOOK_MILLIS, TimeUnit.MILLISECONDS);
    }

    /**
     * The same handler, ended after this time.
     *
     * @throws ProblemException {@code TIME_LIMIT_EXCEEDED} when that happens
     */
    HandlerFunction<ServerResponse> within(
            Duration limit, HandlerFunction<ServerResponse> handler) {
        return request -> {
            Entry entry = new Entry(System.nanoTime() + limit.toNanos());
            running.add(entry);
            try {
                return handler.handle(request);
            } catch (Exception e) {
                if (!entry.interrupted || e instanceof ProblemException) throw e;
                throw ProblemException.of(
                        ProblemKind.TIME_LIMIT_EXCEEDED,
                        "if it was a command, send it again with the same Idempotency-Key to"
                                + " learn the outcome");
            } finally {
                running.remove(entry);
                entry.finish();
            }
        };
    }

    private void look() {
        long now = System.nanoTime();
        for (Entry entry : running) entry.expireAt(now);
    }

    @Override
    public void close() {
        sweeper.shutdownNow();
    }

    /** One request. Never interrupts its thread after it has finished. */
    private static final class Entry {
        private final Thread thread = Thread.currentThread();
        private final long deadline;
        private boolean finished;
        private volatile boolean interrupted;

        Entry(long deadline) {
            this.deadline = deadline;
        }

        synchronized void expireAt(long now) {
            if (finished || interrupted || now - deadline < 0) return;
            interrupted = true;
            thread.interrupt();
        }

        synchronized void finish() {
            finished = true;
            if (interrupted) Thread.interrupted();
        }
    }
}
