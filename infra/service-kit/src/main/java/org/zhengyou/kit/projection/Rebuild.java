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

    private final LiveState live;
    private final BatchFold folding;

    Rebuild(LiveState live) {
        this.live = live;
        this.folding = new BatchFold(live.rows(), live.patience());
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
        private final String worker = live.views().worker();
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
            live.views().work().writeLock().lock();
            try {
                while (left(Origin.LOG) + left(Origin.INBOX) > 0) foldSome();
                move();
            } finally {
                live.views().work().writeLock().unlock();
            }
        }

        /** Never more than the others have, who write what comes after. */
        private long left(Origin origin) {
            return live.seen().now().of(origin) - done.getOrDefault(origin, 0L);
        }

        private void foldSome() {
            for (Origin origin : Origin.values()) {
                if (!live.lease().isValid() || !worker.equals(live.views().worker()))
                    throw new IllegalStateException("another process has the lease");
                long after = done.getOrDefault(origin, 0L);
                List<Arrival> page = live.logs().page(origin, after, live.seen().now().of(origin));
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
                live.catalog().progress(building.view().name(), worker, progress());
        }

        private Document progress() {
            Positions now = live.seen().now();
            return new Document("log", done.get(Origin.LOG))
                    .append("ofLog", now.log())
                    .append("inbox", done.get(Origin.INBOX))
                    .append("ofInbox", now.inbox());
        }

        private void move() {
            for (Building<?> building : buildings) {
                LiveView<?> view = building.view();
                Table<?> old = view.table();
                if (!live.catalog().move(view.name(), worker, building.number(), view.shape()))
                    throw new IllegalStateException("another process moves the views");
                building.moveIn(live.parking());
                LOG.info("{} is answered from {}", view.name(), view.table());
                if (old != null) dropLater(old);
            }
            live.seen().nextGeneration();
        }

        private void dropLater(Table<?> old) {
            var _ =
                    SharedThreads.workers()
                            .schedule(old::drop, OLD_ROWS_STAY.toSeconds(), TimeUnit.SECONDS);
        }
    }
}
