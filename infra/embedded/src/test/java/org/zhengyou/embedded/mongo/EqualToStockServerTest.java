package org.zhengyou.embedded.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.MongoException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.UpdateOptions;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The library's own memory server has no indexes, no planner and no file: it is the oracle. */
class EqualToStockServerTest {
    private static final int OPERATIONS = 4000;

    @TempDir Path folder;

    @Test
    void random_operations_give_what_the_stock_server_gives() {
        long seed = Long.getLong("seed", System.nanoTime());
        MongoServer stock = new MongoServer(new MemoryBackend());
        try (EmbeddedMongo server = EmbeddedMongo.start(folder, 0, Durability.COMMIT);
                MongoClient stockClient = MongoClients.create(stock.bindAndGetConnectionString());
                MongoClient client = MongoClients.create(server.connectionString())) {
            Pair pair = new Pair(collection(stockClient), collection(client), seed);
            pair.createIndexes();
            for (int i = 0; i < OPERATIONS; i++) {
                pair.operate();
            }
            assertThat(pair.refused).as("duplicate keys met, seed %s", seed).isPositive();
            assertThat(pair.built).as("indexes built, seed %s", seed).isPositive();
            assertThat(server.statistics().sorts.sum()).isPositive();
            pair.compareAll();
        } finally {
            stock.shutdownNow();
        }
    }

    @Test
    void data_and_indexes_are_equal_after_close_and_open() {
        RandomOperations random = new RandomOperations(11);
        List<Document> before;
        List<Document> indexes;
        try (EmbeddedMongo server = EmbeddedMongo.start(folder, 0, Durability.COMMIT);
                MongoClient client = MongoClients.create(server.connectionString())) {
            var collection = collection(client);
            new Pair(collection, collection, 1).createIndexes();
            random.documents(900).forEach(d -> attempt(collection, c -> c.insertOne(d)));
            before = sorted(collection, new Document());
            indexes = collection.listIndexes().into(new ArrayList<>());
        }
        try (EmbeddedMongo server = EmbeddedMongo.start(folder, 0, Durability.COMMIT);
                MongoClient client = MongoClients.create(server.connectionString())) {
            var collection = collection(client);
            assertThat(before).hasSizeGreaterThan(300);
            assertThat(sorted(collection, new Document())).isEqualTo(before);
            assertThat(collection.listIndexes().into(new ArrayList<>())).isEqualTo(indexes);
            for (int i = 0; i < 12; i++) {
                Document tag = new Document("g", "tag=" + i);
                String wanted = "tag=" + i;
                List<Document> tagged =
                        before.stream()
                                .filter(d -> d.get("g") instanceof List<?> g && g.contains(wanted))
                                .toList();
                assertThat(sorted(collection, tag)).isEqualTo(tagged);
            }
        }
    }

    private static MongoCollection<Document> collection(MongoClient client) {
        return client.getDatabase("test").getCollection("things");
    }

    private static List<Document> sorted(MongoCollection<Document> collection, Bson filter) {
        return collection.find(filter).sort(new Document("_id", 1)).into(new ArrayList<>());
    }

    private static Object attempt(
            MongoCollection<Document> collection,
            Function<MongoCollection<Document>, @Nullable Object> operation) {
        try {
            Object result = operation.apply(collection);
            return result == null ? "nothing" : result;
        } catch (MongoException e) {
            return "refused with " + e.getCode();
        }
    }

    /** The same operation on both servers; results must be the same. */
    private static final class Pair {
        private final MongoCollection<Document> stock;
        private final MongoCollection<Document> ours;
        private final RandomOperations random;
        private final long seed;
        private int refused;
        private int built;

        Pair(MongoCollection<Document> stock, MongoCollection<Document> ours, long seed) {
            this.stock = stock;
            this.ours = ours;
            this.random = new RandomOperations(seed);
            this.seed = seed;
        }

        void createIndexes() {
            for (var collection : List.of(stock, ours)) {
                collection.createIndex(
                        Indexes.ascending("a", "s"), new IndexOptions().unique(true).name("u"));
                collection.createIndex(Indexes.ascending("t"));
                collection.createIndex(Indexes.descending("t", "n"));
                collection.createIndex(
                        Indexes.ascending("k.x", "k.y"), new IndexOptions().sparse(true));
                collection.createIndex(Indexes.ascending("g", "_id"));
                collection.createIndex(Indexes.ascending("h"));
            }
        }

        void operate() {
            switch (random.below(16)) {
                case 0, 1, 2, 3, 4 -> {
                    Document document = random.document();
                    same(c -> c.insertOne(new Document(document)));
                }
                case 5 -> {
                    if (random.below(5) == 0) {
                        buildIndex();
                    } else {
                        updateSome();
                    }
                }
                case 6 -> replaceOne();
                case 7 -> findAndModify();
                case 8 -> {
                    Bson one = new Document("_id", random.id());
                    same(c -> c.deleteOne(one).getDeletedCount());
                }
                default -> query();
            }
        }

        /** Over the documents that are there; a unique one is refused if some are alike. */
        private void buildIndex() {
            Bson keys = random.keys();
            IndexOptions options = new IndexOptions().name("built").unique(random.below(2) == 0);
            Object answer = same(c -> c.createIndex(keys, options));
            built += answer.equals("built") ? 1 : 0;
            for (int i = 0; i < 5; i++) {
                query();
            }
            same(
                    c -> {
                        c.dropIndex("built");
                        return "dropped";
                    });
        }

        private void updateSome() {
            if (random.below(4) == 0) {
                Bson filter = random.filter();
                Bson update = random.updateOfMany();
                same(c -> c.updateMany(filter, update).getModifiedCount());
            } else {
                Bson one = new Document("_id", random.id());
                Bson update = random.updateOfOne();
                UpdateOptions upsert = new UpdateOptions().upsert(random.below(8) == 0);
                same(c -> c.updateOne(one, update, upsert).getMatchedCount());
            }
        }

        private void replaceOne() {
            Document document = random.document();
            Bson one = new Document("_id", document.get("_id"));
            ReplaceOptions upsert = new ReplaceOptions().upsert(random.below(2) == 0);
            same(c -> c.replaceOne(one, new Document(document), upsert).getMatchedCount());
        }

        private void findAndModify() {
            Bson filter = random.filter();
            Bson update = random.updateOfOne();
            FindOneAndUpdateOptions options =
                    new FindOneAndUpdateOptions()
                            .sort(new Document("_id", 1))
                            .returnDocument(ReturnDocument.AFTER);
            same(c -> c.findOneAndUpdate(filter, update, options));
        }

        private void query() {
            Bson filter = random.filter();
            Document sort = random.sort();
            boolean open = sort.isEmpty();
            int limit = open || random.below(3) > 0 ? 0 : 1 + random.below(20);
            int skip = open || random.below(5) > 0 ? 0 : random.below(9);
            int batch = random.below(2) == 0 ? 2 + random.below(7) : 0;
            same(
                    c -> {
                        List<Document> found =
                                c.find(filter)
                                        .sort(sort)
                                        .limit(limit)
                                        .skip(skip)
                                        .batchSize(batch)
                                        .into(new ArrayList<>());
                        if (open) {
                            found.sort(Comparator.comparing(Document::toJson));
                        }
                        return found;
                    });
            if (random.below(4) == 0) {
                same(c -> c.countDocuments(filter));
            }
        }

        private Object same(Function<MongoCollection<Document>, @Nullable Object> operation) {
            Object expected = attempt(stock, operation);
            Object actual = attempt(ours, operation);
            assertThat(actual).as("seed %s", seed).isEqualTo(expected);
            refused += expected.equals("refused with 11000") ? 1 : 0;
            return actual;
        }

        void compareAll() {
            same(c -> sorted(c, new Document()));
        }
    }
}
