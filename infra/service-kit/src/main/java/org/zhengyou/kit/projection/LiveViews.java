package org.zhengyou.kit.projection;

import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.zhengyou.kit.authority.Directories;
import org.zhengyou.kit.runtime.ServiceRuntime;
import org.zhengyou.kit.streaming.Lease;
import org.zhengyou.kit.view.View;

/** All views and directories of a service, the kit's own directories included. */
final class LiveViews {
    private static final Duration KEPT_FOR = Duration.ofHours(6);

    private final Map<String, LiveView<?>> byName = new LinkedHashMap<>();
    private final Map<Class<?>, LiveView<?>> byClass = new HashMap<>();
    private final ViewCatalog catalog;
    private final Parking parking;
    private final Seen seen;
    private final Lease lease;
    private final Clock clock;
    private final ReadWriteLock work = new ReentrantReadWriteLock();
    private volatile String worker = "";
    private volatile long epoch;
    private volatile long generation = -1;

    LiveViews(
            ServiceRuntime runtime,
            RowStore store,
            ViewCatalog catalog,
            Parking parking,
            Seen seen,
            Lease lease) {
        this.catalog = catalog;
        this.parking = parking;
        this.seen = seen;
        this.lease = lease;
        this.clock = runtime.log().clock();
        for (View<?, ?> view : Directories.allViewsOf(runtime.service()))
            if (!byClass.containsKey(view.getClass())) add(runtime, store, view);
    }

    private <R extends Record> void add(ServiceRuntime runtime, RowStore store, View<R, ?> view) {
        LiveView<R> live =
                new LiveView<>(view, store, runtime.storeJson(), lease, runtime.log().clock());
        if (byName.put(view.name(), live) != null)
            throw new IllegalStateException("two views are called " + view.name());
        byClass.put(view.getClass(), live);
    }

    List<LiveView<?>> all() {
        return List.copyOf(byName.values());
    }

    /**
     * The view of this class.
     *
     * @throws IllegalArgumentException if the service has none
     */
    @SuppressWarnings("unchecked") // by class: what was put there has that class's row type
    <R extends Record> LiveView<R> of(Class<? extends View<R, ?>> type) {
        return (LiveView<R>) find(type);
    }

    /** As {@link #of}, whatever its rows are. */
    LiveView<?> find(Class<?> type) {
        LiveView<?> view = byClass.get(type);
        if (view == null)
            throw new IllegalArgumentException(
                    "name " + type.getSimpleName() + " on the service's page");
        return view;
    }

    /** The live view of this definition. */
    LiveView<?> named(View<?, ?> view) {
        LiveView<?> live = byName.get(view.name());
        if (live == null) throw new IllegalArgumentException("no view " + view.name());
        return live;
    }

    /**
     * Its read side is taken while positions or parked facts move, its write side while views do:
     * so a rebuild can catch up with exactly what the others have written.
     */
    ReadWriteLock work() {
        return work;
    }

    /** The name under which this process moves views while it has the lease. */
    String worker() {
        return worker;
    }

    /** Makes sure that this process knows where all views are, before it folds anything. */
    void takeOver() {
        long now = lease.epoch();
        if (epoch == now) return;
        work.writeLock().lock();
        try {
            if (epoch == now) return;
            worker = UUID.randomUUID().toString();
            parking.load();
            int first = seen.isAtBeginning() ? 1 : 0;
            byName.forEach((name, view) -> catalog.takeOver(name, worker, first, view.shape()));
            load();
            byName.values().forEach(LiveView::dropLeftovers);
            byName.keySet().forEach(this::dropAbandoned);
            seen.restore(now);
            epoch = now;
        } finally {
            work.writeLock().unlock();
        }
    }

    /** Tables of other shapes from which no living process answers. */
    private void dropAbandoned(String view) {
        LiveView<?> live = byName.get(view);
        if (live == null) return;
        for (int number : catalog.abandoned(view, clock.instant().minus(KEPT_FOR))) {
            if (number != live.entry().number()) live.tableWith(number).drop();
            catalog.forget(view, number);
        }
    }

    /** Whether decisions and questions find a table of every view. */
    boolean areBuilt() {
        return byName.values().stream().allMatch(view -> view.table() != null);
    }

    /** Reads rows into memory where there are few enough of them to keep them all there. */
    void warm(Lock writing) {
        for (LiveView<?> view : all()) {
            Table<?> table = view.table();
            if (table == null || view.isUnbuilt()) continue;
            writing.lock();
            try {
                table.warm();
            } finally {
                writing.unlock();
            }
        }
    }

    /** Makes sure that this process reads views where they are at this generation. */
    void readAt(Positions positions) {
        if (generation == positions.generation()) return;
        load();
        generation = positions.generation();
    }

    /** Learns where all views are. */
    void load() {
        Map<String, ViewCatalog.Entry> entries = catalog.load();
        byName.forEach(
                (name, view) ->
                        view.answerFrom(entries.getOrDefault(name, ViewCatalog.Entry.NONE)));
    }
}
