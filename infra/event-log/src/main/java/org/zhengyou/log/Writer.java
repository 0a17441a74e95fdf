package org.zhengyou.log;

import com.mongodb.MongoException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings batches into the log, one at a time; only the holder of the write lock may call it.
 *
 * <p>Every condition is checked against exactly the prefix 1..head, and the first document goes to
 * head + 1. The unique {@code _id} lets that succeed only if the prefix is still the whole log: so
 * check and write are one atomic step, whoever else writes. When the position is taken or the
 * outcome unknown, the log is read from head on, what turns out to be ours is reported as written,
 * and the rest is checked and written again behind the new head. A write given up for lost can
 * still arrive later, but only at its own position: once that is taken, it cannot.
 *
 * <p>Ours is only what was sent from here with an unknown outcome and lies there with the hash it
 * was sent with. The ids of the events prove nothing: two processes may bring the same events, cut
 * into transactions in different ways.
 */
final class Writer {
    private static final Logger LOG = LoggerFactory.getLogger(Writer.class);
    private static final long PAUSE_NANOS = 2_000_000;

    private final Store store;
    private final Tail tail;
    private final LogOptions options;

    /** Whether there is reason to look at the log before anything is sent. */
    private boolean lookFirst;

    Writer(Store store, Tail tail, LogOptions options) {
        this.store = store;
        this.tail = tail;
        this.options = options;
    }

    /** Others may have appended: sending at once would be in vain. */
    void lookFirst() {
        lookFirst = true;
    }

    private record Planned(Pending pending, Transaction transaction) {}

    /**
     * Settles every transaction: written, in conflict, or failed.
     *
     * @return whether another process took a position that was wanted here
     */
    boolean write(List<Pending> batch) {
        Round round = new Round(new LinkedHashSet<>(batch));
        try {
            round.run();
        } catch (RuntimeException | Error e) {
            round.giveUp(e);
            throw e;
        } finally {
            if (round.interrupted) {
                Thread.currentThread().interrupt();
            }
        }
        return round.lost;
    }

    /**
     * Learns what other processes appended.
     *
     * @return whether there was anything
     */
    boolean learn() {
        return learn(news -> {});
    }

    private boolean learn(Consumer<Transaction> each) {
        long before = tail.head().position();
        store.after(
                tail.head(),
                news -> {
                    tail.advance(news);
                    each.accept(news);
                });
        return tail.head().position() > before;
    }

    /** One batch until all of it is settled or the time is up. */
    private final class Round {
        private final SequencedSet<Pending> open;
        private final long end;

        /** What was sent and may have arrived or may yet arrive. */
        private final Map<ChainHead, Planned> uncertain = new HashMap<>();

        private boolean behind = lookFirst;
        private boolean sent;
        private boolean lost;
        private boolean interrupted;
        private @Nullable MongoException cause;

        Round(SequencedSet<Pending> open) {
            this.open = open;
            long waited = open.stream().mapToLong(Pending::waitedNanos).max().orElse(0);
            this.end = System.nanoTime() + options.timeLimit().toNanos() - waited;
        }

        void run() {
            while (!open.isEmpty() && isTimeFor(1)) {
                // an interrupt is for the caller: it must not tear the connection under the others
                interrupted |= Thread.interrupted();
                try {
                    if (behind && !learn(this::recognise) && sent) {
                        LockSupport.parkNanos(PAUSE_NANOS);
                    }
                    behind = false;
                    if (isTimeFor(2)) {
                        attempt();
                    } else if (!awaitStragglers()) {
                        break;
                    }
                    lookFirst = behind; // a server that is away is asked, not sent to, next time
                } catch (MongoException e) {
                    cause = e; // reading failed: nothing was written by this attempt
                    behind = true;
                    lookFirst = true;
                    LockSupport.parkNanos(PAUSE_NANOS * 10);
                }
            }
            giveUp(new LogUnavailableException("not written in time", cause));
        }

        /** Whether so many questions, each of which may take a fifth of the limit, can be asked. */
        private boolean isTimeFor(int questions) {
            return end - System.nanoTime() > options.timeLimit().toNanos() / 5 * questions;
        }

        /** It is too late to send again, but what was sent may still be found in the log. */
        private boolean awaitStragglers() {
            LockSupport.parkNanos(PAUSE_NANOS * 10);
            behind = true;
            return !uncertain.isEmpty();
        }

        private void recognise(Transaction news) {
            Planned mine = uncertain.get(news.head().chained());
            if (mine == null) {
                lost = true;
            } else if (open.remove(mine.pending())) {
                mine.pending().written(news.head().position());
            }
        }

        private void attempt() {
            List<Planned> planned = plan();
            if (planned.isEmpty()) {
                return;
            }
            sent = true;
            Insertion insertion = store.insert(planned.stream().map(Planned::transaction).toList());
            accept(planned.subList(0, insertion.stored()));
            List<Planned> rest = planned.subList(insertion.stored(), planned.size());
            switch (insertion.fate()) {
                case COMPLETE -> {}
                case TAKEN -> behind = true;
                case REFUSED -> refuse(rest.getFirst().pending(), insertion.cause());
                case UNSENT -> retry(insertion);
                case UNKNOWN -> {
                    LOG.warn("outcome of an append unknown, reading back: {}", insertion.reason());
                    rest.forEach(one -> uncertain.put(one.transaction().head().chained(), one));
                    retry(insertion);
                }
            }
        }

        /**
         * Whoever is in conflict with the log is told so; who is with a batch mate waits for it.
         */
        private List<Planned> plan() {
            List<Planned> planned = new ArrayList<>();
            Head end = tail.head();
            long at = Math.max(options.clock().millis(), end.recordedAt());
            Window ahead = Window.unbounded(end.position());
            for (Pending pending : List.copyOf(open)) {
                if (inConflict(pending) || inConflict(pending, ahead)) {
                    continue;
                }
                Transaction transaction = pending.behind(end, at);
                transaction.events().forEach(ahead::add);
                planned.add(new Planned(pending, transaction));
                end = transaction.head();
            }
            return planned;
        }

        private boolean inConflict(Pending pending) {
            Condition condition = pending.condition();
            Optional<StoredEvent> conflict = tail.conflict(condition.criteria(), pending.checked());
            if (conflict.isEmpty()) {
                pending.checkedUpTo(Math.max(pending.checked(), tail.head().position()));
                return false;
            }
            open.remove(pending);
            pending.failed(new ConflictingAppendException(condition, conflict.get().position()));
            return true;
        }

        /** Not yet a conflict: the batch mate may fail to get its position. */
        private boolean inConflict(Pending pending, Window ahead) {
            return !ahead.read(pending.condition().criteria(), pending.checked(), Long.MAX_VALUE, 1)
                    .orElse(List.of())
                    .isEmpty();
        }

        private void accept(List<Planned> written) {
            written.forEach(one -> tail.advance(one.transaction()));
            for (Planned one : written) {
                open.remove(one.pending());
                one.pending().written(one.transaction().head().position());
            }
        }

        private void refuse(Pending pending, @Nullable MongoException reason) {
            fail(pending, new LogUnavailableException("the store refused it", reason));
        }

        private void retry(Insertion insertion) {
            cause = insertion.cause();
            behind = true;
        }

        private void giveUp(Throwable reason) {
            List.copyOf(open).forEach(pending -> fail(pending, reason));
        }

        /** What may still arrive at a position that is free is not called unwritten. */
        private void fail(Pending pending, Throwable reason) {
            open.remove(pending);
            long head = tail.head().position();
            boolean possible =
                    uncertain.values().stream()
                            .filter(sent -> sent.transaction().first() > head)
                            .anyMatch(sent -> sent.pending() == pending);
            Throwable why = reason.getCause() == null ? reason : reason.getCause();
            pending.failed(possible ? new AppendOutcomeUnknownException(why) : reason);
        }
    }
}
