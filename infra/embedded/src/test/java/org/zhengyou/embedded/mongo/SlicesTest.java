package org.zhengyou.embedded.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.bulk.BulkWriteError;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.InsertManyOptions;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What a client sees of a command that is run in slices is what it would see of one that is not.
 */
class SlicesTest {
    private static final int MANY = 5 * Slices.SIZE + 3;
    private static final InsertManyOptions ANY_ORDER = new InsertManyOptions().ordered(false);

    @TempDir Path folder = Path.of("");

    private static List<Document> documents(int from, int end) {
        return IntStream.range(from, end).mapToObj(i -> new Document("_id", i)).toList();
    }

    private interface Use {
        void of(MongoCollection<Document> collection);
    }

    private void with(Use use) {
        try (EmbeddedMongo mongo = EmbeddedMongo.start(folder, 0, Durability.COMMIT);
                MongoClient client = MongoClients.create(mongo.connectionString())) {
            use.of(client.getDatabase("db").getCollection("many"));
        }
    }

    @Test
    void inserts_in_any_order_are_all_there_and_after_a_restart_too() {
        with(
                many ->
                        assertThat(many.insertMany(documents(0, MANY), ANY_ORDER).getInsertedIds())
                                .hasSize(MANY));
        with(many -> assertThat(many.countDocuments()).isEqualTo(MANY));
    }

    @Test
    void each_document_that_is_refused_is_named_by_its_place_in_the_whole() {
        with(
                many -> {
                    many.insertMany(List.of(new Document("_id", 3), new Document("_id", 40)));

                    assertThatThrownBy(() -> many.insertMany(documents(0, MANY), ANY_ORDER))
                            .isInstanceOfSatisfying(
                                    MongoBulkWriteException.class,
                                    e -> {
                                        assertThat(e.getWriteErrors())
                                                .extracting(BulkWriteError::getIndex)
                                                .containsExactly(3, 40);
                                        assertThat(e.getWriteResult().getInsertedCount())
                                                .isEqualTo(MANY - 2);
                                    });
                    assertThat(many.countDocuments()).isEqualTo(MANY);
                });
    }

    @Test
    void an_insert_in_order_still_ends_with_the_first_that_is_refused() {
        with(
                many -> {
                    many.insertOne(new Document("_id", 40));

                    assertThatThrownBy(() -> many.insertMany(documents(0, MANY)))
                            .isInstanceOf(MongoBulkWriteException.class);
                    assertThat(many.countDocuments()).isEqualTo(41);
                });
    }

    @Test
    void updates_in_any_order_say_what_they_changed_and_what_they_added() {
        with(
                many -> {
                    many.insertMany(documents(0, 50));
                    List<ReplaceOneModel<Document>> all = new ArrayList<>();
                    for (int i = 0; i < MANY; i++)
                        all.add(
                                new ReplaceOneModel<>(
                                        Filters.eq("_id", i),
                                        new Document("n", i),
                                        new ReplaceOptions().upsert(true)));

                    var result = many.bulkWrite(all, new BulkWriteOptions().ordered(false));

                    assertThat(result.getMatchedCount()).isEqualTo(50);
                    assertThat(result.getModifiedCount()).isEqualTo(50);
                    assertThat(result.getUpserts())
                            .extracting(upsert -> upsert.getIndex())
                            .containsExactlyElementsOf(IntStream.range(50, MANY).boxed().toList());
                });
    }
}
