package org.zhengyou.kit.projection;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.zhengyou.kit.streaming.SharedThreads;

/**
 * Builds views anew from the first event on, into tables of their own, while the old ones answer.
 * The last events are folded while nothing else moves; then the new tables answer.
 *
 * <p>A process that has not the lease builds what it needs apart: it answers from there, keeping up
 * with the one that works, until it gets the lease itself or the catalog has such tables.
 */
final class Rebuild {
    private static final Logger LOG = LoggerFactory.getLogger(Rebuild.class);
    private static final long FEW = 1_000;
    private static final Duration OLD_ROWS_STAY = Duration.ofSeconds(60);
    private static final Duration KEEP_UP_EVERY = Duration.ofMillis(50);
    private static final long PROGRESS_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final LiveState live;
    private final BatchFold patient;
    private final BatchFold prompt;

    Rebuild(LiveState live) {
        this.live = live;
        this.patient = new BatchFold(live.rows(), live.patience(), Manners.PATIENT);
        this.prompt = new BatchFold(live.rows(), live.patience(), Manners.PROMPT);
    }

    /** Builds these views; returns when they answer, or when this process need not build them. */
    void run(List<LiveView<?>> wanted) {
        boolean apart = !live.lease().isValid();
        LOG.info("building {} anew", wanted.stream().map(LiveView::name).toList());
        Run run = new Run(wanted, apart);
        try {
            run.build();
        } finally {
            run.buildings.forEach(Building::giveUp);
            live.seen().keepApart(null);
        }
    }

    private final class Run {
        private final List<Building<?>> buildings = new ArrayList<>();
        private final Map<Origin, Long> done = new EnumMap<>(Origin.class);
        private final Map<Origin, CompletableFuture<List<Arrival>>> ahead =
                new EnumMap<>(Origin.class);
        private boolean apart;
        private BatchFold folding = patient;
        private String worker = live.views().worker();
        private long toldAt = System.nanoTime() - PROGRESS_NANOS;

        Run(List<LiveView<?>> wanted, boolean apart) {
            this.apart = apart;
            for (LiveView<?> view : wanted)
                buildings.add(apart ? Building.apart(view) : Building.next(view));
            for (Origin origin : Origin.values()) done.put(origin, 0L);
        }

        void build() {
            buildings.forEach(Building::begin);
            do foldSome();
            while (left() > FEW);
            if (apart && !keepUp()) return;
            live.views().work().writeLock().lock();
            try {
                folding = prompt; // all views wait now
                while (left() > 0) foldSome();
                move();
            } finally {
                live.views().work().writeLock().unlock();
            }
        }

        /**
         * Answers apart until this process has the lease.
         *
         * @return false if others have built such tables meanwhile
         */
        private boolean keepUp() {
            while (!live.lease().isValid()) {
                while (left() > 0) foldSome();
                live.seen().keepApart(new Positions(done(Origin.LOG), done(Origin.INBOX), 0));
                buildings.forEach(Building::answerApart);
                if (buildings.stream().noneMatch(one -> one.view().isUnbuilt())) return false;
                live.patience().pause(KEEP_UP_EVERY);
                tell();
            }
            live.views().takeOver();
            worker = live.views().worker();
            apart = false;
            return true;
        }

        private long done(Origin origin) {
            return done.getOrDefault(origin, 0L);
        }

        /** Never more than the others have, who write what comes after. */
        private long left() {
            Positions others = live.seen().announced();
            return others.log() - done(Origin.LOG) + others.inbox() - done(Origin.INBOX);
        }

        private void foldSome() {
            for (Origin origin : Origin.values()) {
                requireTurn();
                List<Arrival> page = next(origin);
                if (page.isEmpty()) continue;
                folding.parts(page).forEach(this::fold);
                done.put(origin, page.getLast().stored().position());
            }
            tell();
        }

        /** The next facts of a log; what follows them is read while they are folded. */
        private List<Arrival> next(Origin origin) {
            CompletableFuture<List<Arrival>> behind = ahead.remove(origin);
            List<Arrival> page = behind == null ? List.of() : behind.join();
            if (page.isEmpty()) page = read(origin, done(origin));
            if (page.isEmpty()) return page;
            long after = page.getLast().stored().position();
            ahead.put(
                    origin,
                    CompletableFuture.supplyAsync(
                            () -> read(origin, after), SharedThreads.workers()));
            return page;
        }

        private List<Arrival> read(Origin origin, long after) {
            return live.logs().page(origin, after, live.seen().announced().of(origin));
        }

        private void requireTurn() {
            if (apart) {
                if (!live.patience().pause(Duration.ZERO))
                    throw new IllegalStateException("this process stops");
            } else if (!live.lease().isValid() || !worker.equals(live.views().worker()))
                throw new IllegalStateException("another process has the lease");
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
                if (apart) live.catalog().keep(building.view().name(), building.number(), now());
                else live.catalog().progress(building.view().name(), worker, progress());
            if (apart) live.views().load();
        }

        private Instant now() {
            return live.runtime().log().clock().instant();
        }

        private Document progress() {
            Positions now = live.seen().announced();
            return new Document("log", done(Origin.LOG))
                    .append("ofLog", now.log())
                    .append("inbox", done(Origin.INBOX))
                    .append("ofInbox", now.inbox());
        }

        private void move() {
            for (Building<?> building : buildings) {
                LiveView<?> view = building.view();
                int old = view.entry().number();
                if (old > 0) live.catalog().keep(view.name(), old, now());
                if (!live.catalog().move(view.name(), worker, building.number(), view.shape()))
                    throw new IllegalStateException("another process moves the views");
                building.moveIn(live.parking());
                LOG.info("{} is answered from {}", view.name(), view.table());
                if (old > 0) dropLater(view, old);
            }
            live.seen().nextGeneration();
        }

        private void dropLater(LiveView<?> view, int old) {
            Runnable drop =
                    () -> {
                        view.tableWith(old).drop();
                        live.catalog().forget(view.name(), old);
                    };
            var _ =
                    SharedThreads.workers()
                            .schedule(drop, OLD_ROWS_STAY.toSeconds(), TimeUnit.SECONDS);
        }
    }
}
