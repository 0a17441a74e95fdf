package org.zhengyou.kit.projection;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Folds a batch into the tables of several views, with one read and one write. What a view fails on
 * is tried a few times more before it is given up; a row that somebody else has changed meanwhile
 * is read and folded again.
 */
final class BatchFold {
    private static final int MOST_ATTEMPTS = 20;

    /**
     * Batches of what others recorded that are in hand at once, of all services in this process:
     * enough to keep every core busy while some wait for the store, and no more, for each takes
     * some megabytes meanwhile. What a service recorded itself does not queue behind them: whoever
     * recorded it asks for it next.
     */
    private static final Semaphore IN_HAND =
            new Semaphore(1 + Runtime.getRuntime().availableProcessors(), true);

    private final RowStore store;
    private final Patience patience;
    private final Manners manners;
    private final Lock writing = new ReentrantLock();

    BatchFold(RowStore store, Patience patience, Manners manners) {
        this.store = store;
        this.patience = patience;
        this.manners = manners;
    }

    /** Taken from reading rows to writing them: who writes the same tables shares this. */
    Lock writing() {
        return writing;
    }

    /**
     * These facts in parts that are small enough to be folded at once: rows, read and written, of
     * all views are in memory together.
     */
    List<List<Arrival>> parts(List<Arrival> arrivals) {
        List<List<Arrival>> parts = new ArrayList<>();
        int begin = 0;
        long characters = 0;
        for (int i = 0; i < arrivals.size(); i++) {
            characters += arrivals.get(i).stored().payload().length();
            if (characters < manners.charactersInHand() && i + 1 < arrivals.size()) continue;
            parts.add(arrivals.subList(begin, i + 1));
            begin = i + 1;
            characters = 0;
        }
        return parts;
    }

    /** Folds and writes; what could not be folded the foldings know. */
    void run(List<Folding<?>> foldings, List<Arrival> arrivals) {
        run(foldings, arrivals, patience.attempts());
    }

    /** As {@link #run}, but tries only once. */
    void runOnce(List<Folding<?>> foldings, List<Arrival> arrivals) {
        run(foldings, arrivals, 0);
    }

    private void run(List<Folding<?>> foldings, List<Arrival> arrivals, int moreAttempts) {
        boolean queues =
                !manners.yields()
                        && arrivals.stream().anyMatch(one -> one.origin() == Origin.INBOX);
        writing.lock();
        if (queues) IN_HAND.acquireUninterruptibly();
        try {
            fold(foldings, arrivals);
            for (int i = 0; i < moreAttempts && hasFailed(foldings); i++) {
                pauseIdly(queues, i);
                fold(foldings, arrivals);
            }
            write(foldings);
        } finally {
            if (queues) IN_HAND.release();
            writing.unlock();
        }
    }

    /** Nobody else waits for a batch that waits for better luck. */
    private void pauseIdly(boolean queues, int attempt) {
        if (queues) IN_HAND.release();
        try {
            patience.pause(attempt);
        } finally {
            if (queues) IN_HAND.acquireUninterruptibly();
        }
    }

    private static boolean hasFailed(List<Folding<?>> foldings) {
        return foldings.stream().anyMatch(folding -> !folding.failed().isEmpty());
    }

    private void fold(List<Folding<?>> foldings, List<Arrival> arrivals) {
        Set<String> ids = new HashSet<>();
        foldings.forEach(folding -> folding.prepare(arrivals, ids));
        var found = store.read(ids);
        foldings.forEach(folding -> folding.fold(found));
    }

    private void write(List<Folding<?>> foldings) {
        for (int attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
            if (foldings.stream().noneMatch(Folding::changes)) return;
            Set<String> lost = written(foldings);
            Set<String> again = new HashSet<>();
            foldings.forEach(folding -> folding.written(lost, again));
            if (again.isEmpty()) return;
            var found = store.read(again);
            foldings.forEach(folding -> folding.fold(found));
        }
        throw new IllegalStateException("rows never stood still");
    }

    private Set<String> written(List<Folding<?>> foldings) {
        try (RowWriting writing = new RowWriting(store, manners)) {
            foldings.forEach(folding -> folding.write(writing));
            return writing.finish();
        }
    }
}
