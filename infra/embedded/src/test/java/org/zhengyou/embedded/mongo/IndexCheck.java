package org.zhengyou.embedded.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.bson.Document;
import org.bson.conversions.Bson;

/**
 * Where the indexes on what {@link CrashWriter}s write differ from the collection: a document that
 * an index does not lead to, or an entry that leads to no such document. A query leaves the latter
 * out, but counts it among the entries it looked at.
 */
final class IndexCheck {
    private final EmbeddedMongo server;
    private final MongoCollection<Document> collection;
    private final List<Document> stored;
    private final List<String> faults = new ArrayList<>();

    private IndexCheck(
            EmbeddedMongo server, MongoCollection<Document> collection, List<Document> stored) {
        this.server = server;
        this.collection = collection;
        this.stored = stored;
    }

    /**
     * Compares.
     *
     * @param stored all documents, in the order of their ids
     */
    static List<String> faults(
            EmbeddedMongo server, MongoCollection<Document> collection, List<Document> stored) {
        IndexCheck check = new IndexCheck(server, collection, stored);
        check.ordered("u", Filters.gte("u", ""), 1, Comparator.comparing(d -> d.getString("u")));
        check.ordered(
                "n", Filters.gte("n", 0), -1, Comparator.comparingInt(d -> -d.getInteger("n")));
        for (int tag = 0; tag < CrashWriter.TAGS; tag++) {
            check.tagged("tag=" + tag);
        }
        return check.faults;
    }

    private void ordered(String field, Bson all, int direction, Comparator<Document> order) {
        compare(all, new Document(field, direction), stored.stream().sorted(order).toList());
    }

    private void tagged(String tag) {
        compare(
                Filters.eq("g", tag),
                new Document("_id", 1),
                stored.stream().filter(d -> d.getList("g", String.class).contains(tag)).toList());
    }

    private void compare(Bson filter, Document order, List<Document> expected) {
        server.statistics().reset();
        List<Document> found = collection.find(filter).sort(order).into(new ArrayList<>());
        assertThat(server.statistics().fullScans.sum()).as("an index answers it").isZero();
        long entries = server.statistics().keys.sum();
        if (!found.equals(expected)) {
            faults.add("torn: the index leads elsewhere for " + filter);
        }
        if (entries != expected.size()) {
            faults.add("torn: " + entries + " entries, not " + expected.size() + ", for " + filter);
        }
    }
}
