package org.zhengyou.embedded.mongo;

import com.mongodb.MongoException;
import com.mongodb.MongoServerException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * A client that inserts, updates and deletes documents of its own until the server dies under it,
 * and knows what it was told. Goes on with the same documents once the server is back.
 */
final class CrashWriter {
    static final int TAGS = 7;
    private static final long IDS = 1_000_000;

    private final long first;
    private final Random random;
    private long next;

    /** What the documents were when the server last said so. */
    private final TreeMap<Long, Document> told = new TreeMap<>();

    /** What the last command would have made of its documents; the server never said. */
    private final Map<Long, @Nullable Document> open = new HashMap<>();

    CrashWriter(int number, long seed) {
        this.first = number * IDS;
        this.next = first;
        this.random = new Random(seed * 31 + number);
    }

    /** Writes as long as the server answers; runs this after each of its answers. */
    void write(MongoCollection<Document> collection, Runnable answered) {
        try {
            while (true) {
                change(collection);
                open.forEach(
                        (id, document) -> {
                            if (document == null) {
                                told.remove(id);
                            } else {
                                told.put(id, document);
                            }
                        });
                open.clear();
                answered.run();
            }
        } catch (MongoServerException refused) {
            throw refused; // nothing of what is asked here is to be refused
        } catch (MongoException dead) {
            return; // what was asked last stays open
        }
    }

    private void change(MongoCollection<Document> collection) {
        int kind = told.size() < 10 ? 0 : random.nextInt(8);
        if (kind < 4) {
            List<Document> batch = List.of(document(next++), document(next++), document(next++));
            batch.forEach(document -> open.put(document.getLong("_id"), document));
            collection.insertMany(batch);
        } else if (kind < 7) {
            Document after = document(any());
            open.put(after.getLong("_id"), after);
            Document fields = new Document(after);
            fields.remove("_id");
            collection.updateOne(byId(after), new Document("$set", fields));
        } else {
            long from = any();
            Set<Long> gone = new TreeSet<>(told.subMap(from, true, from + 4, true).keySet());
            gone.forEach(id -> open.put(id, null));
            collection.deleteMany(Filters.in("_id", gone));
        }
    }

    private static Document byId(Document document) {
        return new Document("_id", document.get("_id"));
    }

    private long any() {
        List<Long> ids = new ArrayList<>(told.keySet());
        return ids.get(random.nextInt(ids.size()));
    }

    /** Every one is different in the field u, and in most of them several tags. */
    private Document document(long id) {
        Set<String> tags = new LinkedHashSet<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            tags.add("tag=" + random.nextInt(TAGS));
        }
        return new Document("_id", id)
                .append("g", List.copyOf(tags))
                .append("u", "unique " + id + " " + random.nextLong())
                .append("n", random.nextInt(50))
                .append("text", "x".repeat(random.nextInt(3_000)));
    }

    /** How many documents the server said are there. */
    int documents() {
        return told.size();
    }

    /**
     * Compares what is stored with what the server said, and from now on takes it from there.
     *
     * @param all everything that is stored, by id
     * @return what contradicts it
     */
    List<String> faults(SortedMap<Long, Document> all) {
        Map<Long, Document> stored = all.subMap(first, first + IDS);
        Set<Long> ids = new TreeSet<>(told.keySet());
        ids.addAll(stored.keySet());
        List<String> faults = new ArrayList<>();
        for (Long id : ids) {
            Document actual = stored.get(id);
            boolean asTold = Objects.equals(actual, told.get(id));
            boolean asAsked = open.containsKey(id) && Objects.equals(actual, open.get(id));
            if (!asTold && !asAsked) {
                faults.add(id + " should be " + told.get(id) + " and is " + actual);
            }
        }
        boolean some = open.keySet().stream().anyMatch(id -> as(open, stored, id));
        boolean whole = open.keySet().stream().allMatch(id -> as(open, stored, id));
        if (some && !whole) {
            faults.add("half of a command was done: of " + open.keySet());
        }
        told.clear();
        told.putAll(stored);
        open.clear();
        return faults;
    }

    private static boolean as(
            Map<Long, @Nullable Document> asked, Map<Long, Document> stored, Long id) {
        return Objects.equals(asked.get(id), stored.get(id));
    }
}
