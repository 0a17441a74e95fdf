package org.zhengyou.kit.projection;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bson.Document;

/** One view's share of a batch: what it reads, what it does, what it writes. */
final class Folding<R extends Record> {
    private final Table<R> table;
    private final Set<String> blocked;
    private final Map<String, StoredRow<R>> before = new HashMap<>();
    private final Set<String> missing = new HashSet<>();
    private Fold<R> fold;
    private Map<String, StoredRow<R>> changed = Map.of();
    private final Map<String, RowIndex.Value> values = new HashMap<>();
    private long ticket;

    /**
     * Nothing is folded yet.
     *
     * @param blocked entities of which nothing is taken
     */
    Folding(Table<R> table, Set<String> blocked) {
        this.table = table;
        this.blocked = blocked;
        this.fold = Fold.of(table.view(), List.of(), blocked);
    }

    /** Works out which rows are concerned; adds the ids of those that must be read. */
    void prepare(List<Arrival> arrivals, Set<String> ids) {
        before.clear();
        missing.clear();
        fold = Fold.of(table.view(), arrivals, blocked);
        ticket = table.cache().ticket();
        for (String key : fold.steps().keySet()) {
            StoredRow<R> known = table.cache().get(key);
            if (known != null) before.put(key, known);
            else if (ids.add(table.id(key))) missing.add(key);
        }
    }

    /** Takes the rows that were missing, and then the steps. */
    void fold(Map<String, Document> found) {
        for (String key : missing) before.put(key, table.row(key, found.get(table.id(key))));
        table.cache().read(ticket, missing.stream().map(before::get).toList());
        Fold.Folded<R> folded = fold.on(before);
        fold = folded.fold();
        changed = folded.changed();
    }

    /** Whether any row is to be written. */
    boolean changes() {
        return !changed.isEmpty();
    }

    /** Writes the rows that have changed, with the values that are not there yet. */
    void write(RowWriting writing) {
        table.cache().writing(changed.keySet());
        values.clear();
        changed.replaceAll(
                (key, row) -> {
                    StoredRow<R> next = row.written();
                    Map<String, RowIndex.Value> unknown = new HashMap<>();
                    Document document = table.document(next, unknown);
                    values.putAll(unknown);
                    writing.add(document, unknown.keySet());
                    return next.sized(Table.size(document));
                });
    }

    /**
     * All was written but these ids.
     *
     * @param again gets the ids of this view's rows that must be read and folded once more
     */
    void written(Set<String> lost, Set<String> again) {
        if (lost.isEmpty()) table.written(values.values());
        missing.clear();
        for (String key : changed.keySet()) if (lost.contains(table.id(key))) missing.add(key);
        changed.keySet().removeAll(missing);
        table.cache().written(changed.values());
        ticket = table.cache().ticket();
        missing.forEach(key -> again.add(table.id(key)));
        fold = fold.only(missing);
    }

    /** What could not be folded. */
    Map<Arrival, RuntimeException> failed() {
        return fold.failed();
    }

    /** What was left out because it comes after such. */
    List<Arrival> behind() {
        return fold.behind();
    }
}
