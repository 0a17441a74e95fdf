package org.zhengyou.bench.subject;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;

/**
 * Writers that each write the next event as soon as the last one is acknowledged. Each is a virtual
 * thread, as every request of the platform is.
 */
public final class Writers {
    /** Events that were acknowledged. */
    public static final String EVENTS = "events";

    /** How long it took. */
    public static final String SECONDS = "seconds";

    /** Milliseconds in which half of the writes were acknowledged. */
    public static final String P50 = "p50";

    /** Milliseconds in which 99 % of the writes were acknowledged. */
    public static final String P99 = "p99";

    private Writers() {}

    /** Writes once. */
    @FunctionalInterface
    public interface Write {
        /**
         * Returns when it is acknowledged.
         *
         * @param writer number of the writer, from 0
         * @return how many events were written
         */
        int write(int writer) throws Exception;
    }

    /** Lets so many writers write for so long. */
    public static Map<String, Double> during(double seconds, int writers, Write write) {
        long until = System.nanoTime() + (long) (seconds * 1e9);
        return run(writers, () -> System.nanoTime() < until, write);
    }

    /** Lets so many writers write so many times in all. */
    public static Map<String, Double> times(long times, int writers, Write write) {
        AtomicLong left = new AtomicLong(times);
        return run(writers, () -> left.getAndDecrement() > 0, write);
    }

    private static Map<String, Double> run(int writers, BooleanSupplier more, Write write) {
        List<Writer> done = new ArrayList<>();
        long begun = System.nanoTime();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Writer>> running = new ArrayList<>();
            for (int i = 0; i < writers; i++) {
                Writer writer = new Writer(i);
                running.add(threads.submit(() -> writer.run(more, write)));
            }
            for (Future<Writer> one : running) done.add(one.get());
        } catch (ExecutionException e) {
            throw new IllegalStateException("a writer failed: " + e.getCause(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
        double seconds = (System.nanoTime() - begun) / 1e9;
        long[] nanos =
                done.stream().flatMapToLong(w -> Arrays.stream(w.nanos())).sorted().toArray();
        return Map.of(
                EVENTS,
                (double) done.stream().mapToLong(Writer::events).sum(),
                SECONDS,
                seconds,
                P50,
                at(nanos, 0.5),
                P99,
                at(nanos, 0.99));
    }

    private static double at(long[] sorted, double share) {
        return sorted.length == 0 ? 0 : sorted[(int) ((sorted.length - 1) * share)] / 1e6;
    }

    private static final class Writer {
        private final int number;
        private long[] nanos = new long[1 << 12];
        private int writes;
        private long events;

        Writer(int number) {
            this.number = number;
        }

        Writer run(BooleanSupplier more, Write write) throws Exception {
            while (more.getAsBoolean()) {
                long begun = System.nanoTime();
                events += write.write(number);
                if (writes == nanos.length) nanos = Arrays.copyOf(nanos, 2 * writes);
                nanos[writes++] = System.nanoTime() - begun;
            }
            return this;
        }

        long[] nanos() {
            return Arrays.copyOf(nanos, writes);
        }

        long events() {
            return events;
        }
    }
}
