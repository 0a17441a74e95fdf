package org.zhengyou.kit.projection;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.zhengyou.kit.streaming.SharedThreads;

/**
 * What the process with the lease does once in a while: takes over, builds views anew that need it
 * or that somebody wants anew, replays what somebody wants replayed. Another process builds what
 * the one with the lease has not: tables of its own shapes.
 */
final class Upkeep {
    private static final Logger LOG = LoggerFactory.getLogger(Upkeep.class);
    private static final long PERIOD_MILLIS = 1_000;
    private static final long LOOK_EVERY_NANOS = TimeUnit.SECONDS.toNanos(3);
    private static final long AFTER_FAILURE_NANOS = TimeUnit.SECONDS.toNanos(30);

    private final LiveState live;
    private final Rebuild rebuild;
    private final Replays replays;
    private final AtomicBoolean rebuilding = new AtomicBoolean();
    private @Nullable ScheduledFuture<?> ticks;
    private long warmEpoch;
    private volatile long lookNext = System.nanoTime();

    Upkeep(LiveState live, Replays replays) {
        this.live = live;
        this.rebuild = new Rebuild(live);
        this.replays = replays;
    }

    void start() {
        live.rows().createIndex();
        if (live.lease().isValid()) live.views().takeOver();
        else live.views().load();
        soon();
        ticks =
                SharedThreads.workers()
                        .scheduleWithFixedDelay(
                                this::tick, PERIOD_MILLIS, PERIOD_MILLIS, TimeUnit.MILLISECONDS);
    }

    void stop() {
        if (ticks != null) ticks.cancel(false);
    }

    /** Looks after things now, if this process is the one to do so. */
    void soon() {
        lookNext = System.nanoTime();
        var _ = SharedThreads.workers().submit(this::tick);
    }

    private synchronized void tick() {
        try {
            if (live.lease().isValid()) work();
            else if (lookNext - System.nanoTime() <= 0) buildApart();
        } catch (RuntimeException | Error e) { // a schedule ends with the first that is thrown
            LOG.warn("looking after the views is tried again: {}", e.toString());
        }
    }

    private void work() {
        live.views().takeOver();
        warm();
        if (lookNext - System.nanoTime() <= 0) rebuildWanted();
        replays.run(); // last: it may have to wait for what is built
    }

    /** What the process with the lease does not build, since its rows have other shapes. */
    private void buildApart() {
        if (rebuilding.get()) return;
        lookNext = System.nanoTime() + LOOK_EVERY_NANOS;
        if (unbuilt().isEmpty()) return;
        live.views().load();
        build(unbuilt());
    }

    private List<LiveView<?>> unbuilt() {
        return live.views().all().stream().filter(LiveView::isUnbuilt).toList();
    }

    /** Once per lease. */
    private void warm() {
        if (warmEpoch == live.lease().epoch()) return;
        warmEpoch = live.lease().epoch();
        live.views().warm(live.folding().writing());
    }

    private void rebuildWanted() {
        if (rebuilding.get()) return;
        lookNext = System.nanoTime() + LOOK_EVERY_NANOS;
        var entries = live.catalog().load();
        List<LiveView<?>> wanted =
                live.views().all().stream()
                        .filter(view -> view.isUnbuilt() || entry(entries, view).wanted())
                        .toList();
        build(wanted);
    }

    private void build(List<LiveView<?>> wanted) {
        if (wanted.isEmpty()) return;
        rebuilding.set(true);
        var _ = SharedThreads.workers().submit(() -> run(wanted));
    }

    private static ViewCatalog.Entry entry(
            Map<String, ViewCatalog.Entry> entries, LiveView<?> view) {
        return entries.getOrDefault(view.name(), ViewCatalog.Entry.NONE);
    }

    private void run(List<LiveView<?>> wanted) {
        try {
            rebuild.run(wanted);
        } catch (RuntimeException | Error e) {
            lookNext = System.nanoTime() + AFTER_FAILURE_NANOS;
            if (live.lease().isValid()) LOG.warn("building views anew is begun again later", e);
            else LOG.info("building views anew is left to the process that has the lease now");
        } finally {
            rebuilding.set(false);
        }
    }
}
