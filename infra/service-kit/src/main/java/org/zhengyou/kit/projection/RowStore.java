package org.zhengyou.kit.projection;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.bulk.BulkWriteError;
import com.mongodb.client.FindIterable;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoCursor;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.CountOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.InsertManyOptions;
import com.mongodb.client.model.InsertOneModel;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.WriteModel;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/**
 * The rows of all views of a service, in one collection, so that a batch is read and written with
 * one request each: <code>
 * {_id: "view_number/key", v: version, e: effective, r: recorded, l and i: last positions, x: [terms],
 * d: when it is due, row: JSON}</code>, where {@code d} is left out if it never is. A row is
 * written only over the version that was read. Beside them are the values by which rows are sorted,
 * once each: <code>{_id: "view_number!field!place"}</code>.
 */
final class RowStore {
    private static final int DUPLICATE_KEY = 11000;
    private static final int PAGE = 500;

    /** Rows that are removed at once: whoever else writes waits for them. */
    private static final int REMOVED_AT_ONCE = 50;

    private static final BulkWriteOptions ANY_ORDER = new BulkWriteOptions().ordered(false);
    private static final InsertManyOptions IN_ANY_ORDER = new InsertManyOptions().ordered(false);
    private static final ReplaceOptions UPSERT = new ReplaceOptions().upsert(true);

    private final MongoCollection<Document> rows;

    RowStore(MongoCollection<Document> rows) {
        this.rows = rows;
    }

    /** Rows are found by term, in the order of their keys; and those that will be due by when. */
    void createIndex() {
        rows.createIndex(Indexes.ascending("x", "_id"));
        rows.createIndex(Indexes.ascending("d"), new IndexOptions().sparse(true));
    }

    /** Those of these rows that exist, by id. */
    Map<String, Document> read(Collection<String> ids) {
        Map<String, Document> found = new HashMap<>();
        List<String> all = List.copyOf(ids);
        for (int from = 0; from < all.size(); from += PAGE) {
            List<String> some = all.subList(from, Math.min(all.size(), from + PAGE));
            Bson filter = some.size() == 1 ? byId(some.getFirst()) : Filters.in("_id", some);
            for (Document row : rows.find(filter).batchSize(PAGE))
                found.put(row.getString("_id"), row);
        }
        return found;
    }

    /**
     * Writes values, and then rows, each over the version before its own. No row is written without
     * its values.
     *
     * @param values ids of values
     * @return ids of rows that were not written, because the version was another one; the others
     *     are written
     */
    Set<String> write(Collection<String> values, List<Document> changed) {
        if (!values.isEmpty()) add(values);
        List<Document> newFirst = new ArrayList<>(changed);
        newFirst.sort(Comparator.comparing(row -> !isNew(row))); // each kind is one request
        List<WriteModel<Document>> all = new ArrayList<>();
        newFirst.forEach(row -> all.add(model(row)));
        try {
            rows.bulkWrite(all, ANY_ORDER);
            return Set.of();
        } catch (MongoBulkWriteException e) {
            return lost(e, newFirst);
        }
    }

    /** Those that are there already are refused, which costs less than asking for each. */
    private void add(Collection<String> values) {
        try {
            rows.insertMany(
                    values.stream().map(id -> new Document("_id", id)).toList(), IN_ANY_ORDER);
        } catch (MongoBulkWriteException e) {
            requireDuplicates(e);
        }
    }

    /** Goes on if every write that failed was of a key that is there already. */
    private static void requireDuplicates(MongoBulkWriteException e) {
        boolean other = e.getWriteErrors().stream().anyMatch(one -> one.getCode() != DUPLICATE_KEY);
        if (other || e.getWriteErrors().isEmpty() || e.getWriteConcernError() != null) throw e;
    }

    private static boolean isNew(Document row) {
        return row.getLong("v") == 1;
    }

    private static Set<String> lost(MongoBulkWriteException e, List<Document> changed) {
        requireDuplicates(e);
        Set<String> lost = new HashSet<>();
        for (BulkWriteError error : e.getWriteErrors())
            lost.add(changed.get(error.getIndex()).getString("_id"));
        return lost;
    }

    /** If the version is another one, this would insert the id once more, which fails. */
    private static WriteModel<Document> model(Document row) {
        if (isNew(row)) return new InsertOneModel<>(row);
        Bson before =
                Filters.and(byId(row.getString("_id")), Filters.eq("v", row.getLong("v") - 1));
        return new ReplaceOneModel<>(before, row, UPSERT);
    }

    private static Bson byId(String id) {
        return Filters.eq("_id", id);
    }

    /**
     * Rows of one table in the order of their keys.
     *
     * @param terms of each of these sets a row has one
     * @param after the id behind which they begin; null for all
     */
    List<Document> find(
            String table,
            List<Set<String>> terms,
            @Nullable String after,
            boolean descending,
            int limit) {
        return among(table, terms, after, descending, limit).into(new ArrayList<>());
    }

    /** As {@link #find}, ascending; of each only id, version and times. */
    List<Document> heads(String table, List<Set<String>> terms, @Nullable String after, int limit) {
        return among(table, terms, after, false, limit)
                .projection(Projections.include("v", "e", "r"))
                .into(new ArrayList<>());
    }

    private FindIterable<Document> among(
            String table,
            List<Set<String>> terms,
            @Nullable String after,
            boolean descending,
            int limit) {
        List<Bson> all = new ArrayList<>(having(terms));
        all.add(descending || after == null ? atLeast(table + "/") : Filters.gt("_id", after));
        all.add(!descending || after == null ? below(table + "0") : Filters.lt("_id", after));
        Bson order = descending ? Sorts.descending("_id") : Sorts.ascending("_id");
        return rows.find(Filters.and(all)).sort(order).limit(limit).batchSize(limit);
    }

    /**
     * How many rows of one table have a term of each of these sets.
     *
     * @param most the highest number to count
     */
    int count(String table, List<Set<String>> terms, int most) {
        List<Bson> all = new ArrayList<>(having(terms));
        all.add(of(table));
        return (int) rows.countDocuments(Filters.and(all), new CountOptions().limit(most));
    }

    private static List<Bson> having(List<Set<String>> terms) {
        return terms.stream()
                .map(some -> some.size() == 1 ? Filters.eq("x", some.iterator().next()) : in(some))
                .toList();
    }

    private static Bson in(Set<String> terms) {
        return Filters.in("x", terms);
    }

    /**
     * Ids of values between these two, both excluded.
     *
     * @param limit how many at most
     */
    List<String> values(String low, String high, boolean descending, int limit) {
        Bson order = descending ? Sorts.descending("_id") : Sorts.ascending("_id");
        return rows.find(Filters.and(Filters.gt("_id", low), below(high)))
                .sort(order)
                .limit(limit)
                .batchSize(limit)
                .map(value -> value.getString("_id"))
                .into(new ArrayList<>());
    }

    /** Rows due between these two, both excluded, in the order in which they are. */
    List<Document> due(String after, String before, int limit) {
        return rows.find(Filters.and(Filters.gt("d", after), Filters.lt("d", before)))
                .sort(Sorts.ascending("d"))
                .limit(limit)
                .batchSize(limit)
                .into(new ArrayList<>());
    }

    /** All rows of one table, in the order of their keys. */
    MongoCursor<Document> all(String table) {
        return rows.find(of(table)).sort(Sorts.ascending("_id")).batchSize(PAGE).cursor();
    }

    /** Removes all rows and values of one table. */
    void drop(String table) {
        delete(table + "/", table + "0");
        delete(table + "!", table + '"');
    }

    /**
     * From the first id up to before the other, page by page: whoever else writes waits for one.
     */
    private void delete(String first, String end) {
        Bson all = Filters.and(atLeast(first), below(end));
        List<String> page;
        do {
            page =
                    rows.find(all)
                            .projection(Projections.include("_id"))
                            .sort(Sorts.ascending("_id"))
                            .limit(REMOVED_AT_ONCE)
                            .map(row -> row.getString("_id"))
                            .into(new ArrayList<>());
            if (page.isEmpty()) return;
            rows.deleteMany(Filters.and(atLeast(first), Filters.lte("_id", page.getLast())));
        } while (page.size() == REMOVED_AT_ONCE);
    }

    /** The character after the slash is the zero. */
    private static Bson of(String table) {
        return Filters.and(atLeast(table + "/"), below(table + "0"));
    }

    private static Bson atLeast(String id) {
        return Filters.gte("_id", id);
    }

    private static Bson below(String id) {
        return Filters.lt("_id", id);
    }
}
