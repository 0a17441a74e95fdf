package org.zhengyou.kit.projection;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.zhengyou.kit.streaming.Lease;
import org.zhengyou.kit.streaming.SharedThreads;

/**
 * Builds views anew from the first event on, into tables of their own, while the old ones answer.
 * The last events are folded while nothing else moves; then the new tables answer.
 */
final class Rebuild {
    private static final Logger LOG = LoggerFactory.getLogger(Rebuild.class);
    private static final long FEW = 1_000;
    private static final Duration OLD_ROWS_STAY = Duration.ofSeconds(60);
    private static final long PROGRESS_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final LiveViews views;
    private final ViewCatalog catalog;
    private final Logs logs;
    private final Parking parking;
    private final Seen seen;
    private final Lease lease;
    private final BatchFold folding;

    Rebuild(
            LiveViews views,
            ViewCatalog catalog,
            Logs logs,
            Parking parking,
            Seen seen,
            Lease lease,
            BatchFold folding) {
        this.views = views;
        this.catalog = catalog;
        this.logs = logs;
        this.parking = parking;
        this.seen = seen;
        this.lease = lease;
        this.folding = folding;
    }

    /** Builds these views; returns when they answer, or when this process lost its lease. */
    void run(List<LiveView<?>> wanted) {
        LOG.info("building {} anew", wanted.stream().map(LiveView::name).toList());
        Run run = new Run(wanted);
        try {
            run.build();
        } catch (RuntimeException e) {
            run.buildings.forEach(Building::giveUp);
            throw e;
        }
    }

    private final class Run {
        private final List<Building<?>> buildings = new ArrayList<>();
        private final String worker = views.worker();
        private final Map<Origin, Long> done = new EnumMap<>(Origin.class);
        private long toldAt = System.nanoTime() - PROGRESS_NANOS;

        Run(List<LiveView<?>> wanted) {
            wanted.forEach(view -> buildings.add(Building.of(view)));
            for (Origin origin : Origin.values()) done.put(origin, 0L);
        }

        void build() {
            buildings.forEach(Building::begin);
            do foldSome();
            while (left(Origin.LOG) + left(Origin.INBOX) > FEW);
            views.work().writeLock().lock();
            try {
                while (left(Origin.LOG) + left(Origin.INBOX) > 0) foldSome();
                move();
            } finally {
                views.work().writeLock().unlock();
            }
        }

        /** Never more than the others have, who write what comes after. */
        private long left(Origin origin) {
            return seen.now().of(origin) - done.getOrDefault(origin, 0L);
        }

        private void foldSome() {
            for (Origin origin : Origin.values()) {
                if (!lease.isValid() || !worker.equals(views.worker()))
                    throw new IllegalStateException("another process has the lease");
                long after = done.getOrDefault(origin, 0L);
                List<Arrival> page = logs.page(origin, after, seen.now().of(origin));
                if (page.isEmpty()) continue;
                fold(page);
                done.put(origin, page.getLast().stored().position());
            }
            tell();
        }

        private void fold(List<Arrival> page) {
            List<Folding<?>> foldings = new ArrayList<>();
            buildings.forEach(building -> foldings.add(building.folding()));
            folding.run(foldings, page);
            for (int i = 0; i < foldings.size(); i++) buildings.get(i).folded(foldings.get(i));
        }

        private void tell() {
            if (System.nanoTime() - toldAt < PROGRESS_NANOS) return;
            toldAt = System.nanoTime();
            for (Building<?> building : buildings)
                catalog.progress(building.view().name(), worker, progress());
        }

        private Document progress() {
            Positions now = seen.now();
            return new Document("log", done.get(Origin.LOG))
                    .append("ofLog", now.log())
                    .append("inbox", done.get(Origin.INBOX))
                    .append("ofInbox", now.inbox());
        }

        private void move() {
            for (Building<?> building : buildings) {
                LiveView<?> view = building.view();
                Table<?> old = view.table();
                if (!catalog.move(view.name(), worker, building.number(), view.shape()))
                    throw new IllegalStateException("another process moves the views");
                building.moveIn(parking);
                LOG.info("{} is answered from {}", view.name(), view.table());
                if (old != null) dropLater(old);
            }
            seen.nextGeneration();
        }

        private void dropLater(Table<?> old) {
            var _ =
                    SharedThreads.workers()
                            .schedule(old::drop, OLD_ROWS_STAY.toSeconds(), TimeUnit.SECONDS);
        }
    }
}
