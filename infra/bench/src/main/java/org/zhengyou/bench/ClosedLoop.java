package org.zhengyou.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.HdrHistogram.Histogram;

/** Clients that each send the next request as soon as they have the answer to the last one. */
final class ClosedLoop {
    private static final long LONGEST_MICROS = 60_000_000;
    private static final int DIGITS = 3;

    private final int port;
    private final Supplier<byte[]> requests;
    private final Duration pause;

    /** Sends these requests to this port on loopback. */
    ClosedLoop(int port, Supplier<byte[]> requests) {
        this(port, requests, Duration.ZERO);
    }

    /** Likewise; each client pauses between an answer and its next request. */
    ClosedLoop(int port, Supplier<byte[]> requests, Duration pause) {
        this.port = port;
        this.requests = requests;
        this.pause = pause;
    }

    /**
     * What the clients saw.
     *
     * @param micros how long each answer took, in microseconds
     * @param seconds how long all of them together sent
     */
    record Seen(Histogram micros, double seconds) {
        double perSecond() {
            return micros.getTotalCount() / seconds;
        }

        double millisAt(double percentile) {
            return micros.getValueAtPercentile(percentile) / 1e3;
        }
    }

    /**
     * Runs so many clients for so long.
     *
     * @throws IllegalStateException if a single request is refused
     */
    Seen run(int clients, Duration length) {
        return run(clients, length, () -> false);
    }

    /** Likewise; ends before that once this is done. */
    Seen run(int clients, Duration length, BooleanSupplier done) {
        Histogram all = histogram();
        long begun = System.nanoTime();
        long until = begun + length.toNanos();
        // Platform threads: a blocking read costs less there than a parked virtual thread.
        try (ExecutorService threads = Executors.newFixedThreadPool(clients)) {
            List<Future<Histogram>> running = new ArrayList<>();
            for (int i = 0; i < clients; i++)
                running.add(threads.submit(() -> client(until, done)));
            for (Future<Histogram> one : running) all.add(one.get());
        } catch (ExecutionException e) {
            throw new IllegalStateException("a client failed: " + e.getCause(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
        return new Seen(all, (System.nanoTime() - begun) / 1e9);
    }

    private Histogram client(long until, BooleanSupplier done) {
        Histogram micros = histogram();
        try (HttpConnection connection = new HttpConnection(port)) {
            while (System.nanoTime() < until && !done.getAsBoolean()) {
                byte[] request = requests.get();
                long sent = System.nanoTime();
                connection.exchange(request);
                record(micros, System.nanoTime() - sent);
                if (pause.isPositive()) Load.pause(pause);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return micros;
    }

    /** Notes how long something took; more than a minute counts as a minute. */
    static void record(Histogram micros, long nanos) {
        micros.recordValue(Math.min(LONGEST_MICROS, nanos / 1_000));
    }

    static Histogram histogram() {
        return new Histogram(LONGEST_MICROS, DIGITS);
    }
}
