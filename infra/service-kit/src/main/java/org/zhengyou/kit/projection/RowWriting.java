package org.zhengyou.kit.projection;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.bson.Document;
import org.zhengyou.kit.streaming.SharedThreads;

/**
 * Rows of a batch on their way into the store. Where there are many, some are written while the
 * next are made ready, so that neither this process nor the store waits for the other. Each request
 * has all the values that its own rows need, so it does not matter which comes first.
 */
final class RowWriting implements AutoCloseable {
    private static final int MOST_UNDER_WAY = 2;

    private final RowStore store;
    private final Manners manners;
    private final Set<String> lost = new HashSet<>();
    private final Queue<CompletableFuture<Set<String>>> underWay = new ArrayDeque<>();
    private List<Document> rows = new ArrayList<>();
    private Set<String> values = new HashSet<>();
    private int characters;

    RowWriting(RowStore store, Manners manners) {
        this.store = store;
        this.manners = manners;
    }

    /**
     * Writes a row, soon.
     *
     * @param newValues ids of its values that may not be in the store yet; written before the row
     */
    void add(Document row, Collection<String> newValues) {
        rows.add(row);
        values.addAll(newValues);
        characters += Table.size(row);
        if (characters >= manners.charactersAtOnce()) send();
    }

    private void send() {
        if (underWay.size() == MOST_UNDER_WAY) await();
        manners.giveWay();
        List<Document> someRows = rows;
        Set<String> someValues = values;
        rows = new ArrayList<>();
        values = new HashSet<>();
        characters = 0;
        underWay.add(
                CompletableFuture.supplyAsync(
                        () -> store.write(someValues, someRows), SharedThreads.workers()));
    }

    private void await() {
        try {
            lost.addAll(underWay.remove().join());
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    /**
     * Waits until all are written.
     *
     * @return ids of rows that were not, because somebody else has changed them
     */
    Set<String> finish() {
        if (!rows.isEmpty()) lost.addAll(store.write(values, rows));
        while (!underWay.isEmpty()) await();
        return lost;
    }

    /** Leaves nothing under way. */
    @Override
    public void close() {
        underWay.forEach(one -> one.handle((written, failure) -> "over").join());
    }
}
