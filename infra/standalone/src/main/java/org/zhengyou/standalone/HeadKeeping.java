package org.zhengyou.standalone;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.zhengyou.kit.host.RunningHost;
import org.zhengyou.kit.runtime.ServiceRuntime;
import org.zhengyou.log.EventLog;

/**
 * Keeps the heads of the logs of running services: at most every ten seconds, and when all have
 * stopped. They are what this process has chained itself, not what the store says.
 */
final class HeadKeeping implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(HeadKeeping.class);
    private static final Duration EVERY = Duration.ofSeconds(10);

    private final KeptHeads kept;
    private final List<? extends ServiceRuntime> services;
    private final ScheduledExecutorService timer =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().daemon().name("heads").factory());

    private HeadKeeping(KeptHeads kept, List<? extends ServiceRuntime> services) {
        this.kept = kept;
        this.services = services;
    }

    /** Begins to keep the heads of these services. */
    static HeadKeeping start(KeptHeads kept, RunningHost host) {
        HeadKeeping keeping = new HeadKeeping(kept, host.runtimes());
        var _ =
                keeping.timer.scheduleWithFixedDelay(
                        keeping::tryToKeep,
                        EVERY.toMillis(),
                        EVERY.toMillis(),
                        TimeUnit.MILLISECONDS);
        return keeping;
    }

    /** Keeps them now; if that fails, they are kept later. */
    void tryToKeep() {
        try {
            keep();
        } catch (Throwable e) { // a full disk has room again some day
            LOG.warn("the heads of the logs are not kept for now: {}", e.toString());
        }
    }

    private void keep() {
        List<HeadsNote.Kept> heads = new ArrayList<>();
        for (ServiceRuntime service : services) {
            String name = service.service().name();
            add(heads, name + "/log", service.log());
            add(heads, name + "/inbox", service.inbox());
        }
        kept.keep(heads);
    }

    private static void add(List<HeadsNote.Kept> heads, String name, EventLog log) {
        log.identity()
                .ifPresent(
                        identity ->
                                heads.add(
                                        new HeadsNote.Kept(
                                                new KnownHead(name, log.chainHead()), identity)));
    }

    /** Keeps the last ones; the services have stopped. */
    @Override
    public void close() {
        timer.shutdownNow();
        keep();
    }
}
