package org.zhengyou.kit.projection;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoCursor;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.Sorts;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bson.Document;
import org.bson.conversions.Bson;

/**
 * The rows of all views of a service, in one collection, so that a batch is read and written with
 * one request each: <code>
 * {_id: "view_number/key", v: version, e: effective, r: recorded, l and i: last positions, row: JSON}
 * </code>. A row is written only over the version that was read.
 */
final class RowStore {
    private static final int DUPLICATE_KEY = 11000;
    private static final int PAGE = 500;
    private static final BulkWriteOptions ANY_ORDER = new BulkWriteOptions().ordered(false);
    private static final ReplaceOptions UPSERT = new ReplaceOptions().upsert(true);

    private final MongoCollection<Document> rows;

    RowStore(MongoCollection<Document> rows) {
        this.rows = rows;
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
     * Writes rows, each over the version before its own.
     *
     * @return ids of those whose version was another one; the others are written
     */
    Set<String> write(List<Document> changed) {
        try {
            rows.bulkWrite(changed.stream().map(RowStore::model).toList(), ANY_ORDER);
            return Set.of();
        } catch (MongoBulkWriteException e) {
            Set<String> lost = new HashSet<>();
            e.getWriteErrors()
                    .forEach(
                            error -> {
                                if (error.getCode() != DUPLICATE_KEY) throw e;
                                lost.add(changed.get(error.getIndex()).getString("_id"));
                            });
            if (lost.isEmpty()) throw e;
            return lost;
        }
    }

    /** If the version is another one, this would insert the id once more, which fails. */
    private static ReplaceOneModel<Document> model(Document row) {
        Bson before =
                Filters.and(byId(row.getString("_id")), Filters.eq("v", row.getLong("v") - 1));
        return new ReplaceOneModel<>(before, row, UPSERT);
    }

    private static Bson byId(String id) {
        return Filters.eq("_id", id);
    }

    /** All rows of one table, in the order of their keys. */
    MongoCursor<Document> all(String table) {
        return rows.find(of(table)).sort(Sorts.ascending("_id")).batchSize(PAGE).cursor();
    }

    /** Removes all rows of one table. */
    void drop(String table) {
        rows.deleteMany(of(table));
    }

    /** The character after the slash is the zero. */
    private static Bson of(String table) {
        return Filters.and(Filters.gte("_id", table + "/"), Filters.lt("_id", table + "0"));
    }
}
