package org.zhengyou.kit.streaming;

import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;

/**
 * The threads that the processors of all services in this process share. Idle they cost nothing;
 * they are daemons and never shut down.
 */
public final class SharedThreads {
    /**
     * One thread: Axon's coordinators lose wake-ups if two of their tasks run at once. Nothing that
     * runs here waits for anything but the token store.
     */
    private static final ScheduledExecutorService COORDINATOR =
            pool(1, Thread.ofPlatform().daemon().name("log-coordinator").factory());

    /**
     * Virtual threads, for work here waits: for the store, for Kafka, for other work. Nobody's
     * waiting keeps anybody else from working.
     */
    private static final ScheduledExecutorService WORKERS =
            pool(256, Thread.ofVirtual().name("log-worker-", 0).factory());

    private SharedThreads() {}

    /** Runs what coordinates; must not block. */
    static ScheduledExecutorService coordinator() {
        return COORDINATOR;
    }

    /** Runs what works, and may block. */
    public static ScheduledExecutorService workers() {
        return WORKERS;
    }

    private static ScheduledExecutorService pool(int threads, ThreadFactory factory) {
        ScheduledThreadPoolExecutor pool = new ScheduledThreadPoolExecutor(threads, factory);
        pool.setKeepAliveTime(30, TimeUnit.SECONDS);
        pool.allowCoreThreadTimeOut(true);
        pool.setRemoveOnCancelPolicy(true);
        return pool;
    }
}
