package org.zhengyou.embedded.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import java.nio.file.Path;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An index that is made when there are documents already. */
class IndexBuildTest {
    private final Path folder;
    private EmbeddedMongo server;
    private MongoClient client;
    private MongoCollection<Document> things;

    IndexBuildTest(@TempDir Path folder) {
        this.folder = folder;
        server = EmbeddedMongo.start(folder, 0, Durability.COMMIT);
        client = MongoClients.create(server.connectionString());
        things = client.getDatabase("test").getCollection("things");
    }

    private void restart() {
        stop();
        server = EmbeddedMongo.start(folder, 0, Durability.COMMIT);
        client = MongoClients.create(server.connectionString());
        things = client.getDatabase("test").getCollection("things");
    }

    /** The first and the last have the same number. */
    @BeforeEach
    void fill() {
        things.insertMany(List.of(thing(1, "a"), thing(2, "b"), thing(3, "c"), thing(4, "a")));
    }

    @AfterEach
    void stop() {
        client.close();
        server.close();
    }

    private static Document thing(int id, String number) {
        return new Document("_id", id).append("number", number);
    }

    @Test
    void a_unique_index_over_duplicates_is_refused_and_nothing_of_it_stays() {
        refused(this::uniqueNumbers);
        assertThat(things.listIndexes()).hasSize(1);
        assertThat(things.find(Filters.eq("number", "a"))).hasSize(2);
        things.insertOne(thing(5, "b"));
        assertThat(things.find(Filters.eq("number", "b"))).hasSize(2);
    }

    @Test
    void once_the_duplicates_are_gone_the_index_is_built_anew() {
        refused(this::uniqueNumbers);
        things.deleteOne(Filters.eq("_id", 4));
        things.insertOne(thing(5, "d"));
        things.updateOne(Filters.eq("_id", 2), new Document("$set", new Document("number", "e")));
        uniqueNumbers();
        assertComplete();
    }

    @Test
    void a_build_that_failed_before_a_restart_is_not_taken_for_an_index_after_it() {
        refused(this::uniqueNumbers);
        restart();
        things.deleteOne(Filters.eq("_id", 4));
        things.insertOne(thing(5, "d"));
        uniqueNumbers();
        restart();
        assertComplete();
    }

    @Test
    void an_index_of_the_same_name_that_is_refused_does_the_one_that_is_there_no_harm() {
        things.deleteOne(Filters.eq("_id", 4));
        uniqueNumbers();
        assertThatThrownBy(
                        () ->
                                things.createIndex(
                                        Indexes.descending("number"),
                                        new IndexOptions().name("number_1")))
                .isInstanceOf(MongoException.class);
        assertComplete();
    }

    @Test
    void an_element_that_two_arrays_share_is_a_duplicate_too() {
        things.insertOne(new Document("_id", 6).append("g", List.of("x", "y")));
        things.insertOne(new Document("_id", 7).append("g", List.of("y", "z")));
        IndexOptions unique = new IndexOptions().unique(true).sparse(true);
        refused(() -> things.createIndex(Indexes.ascending("g"), unique));
        assertThat(things.find(Filters.eq("g", "x"))).hasSize(1);
    }

    /** The library forgets indexes of the same name, or all of the database. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void whose_indexes_are_dropped_takes_none_of_another_collection(boolean all) {
        things.deleteOne(Filters.eq("_id", 4));
        uniqueNumbers();
        things.createIndex(Indexes.ascending("only", "here"));
        MongoCollection<Document> others = client.getDatabase("test").getCollection("others");
        others.createIndex(Indexes.ascending("number"));
        others.createIndex(Indexes.ascending("x"));
        if (all) {
            others.dropIndexes();
        } else {
            others.dropIndex("number_1");
        }
        assertThat(others.listIndexes()).hasSize(all ? 1 : 2);
        restart();
        assertThat(things.listIndexes()).hasSize(3);
        assertComplete();
    }

    private void uniqueNumbers() {
        things.createIndex(Indexes.ascending("number"), new IndexOptions().unique(true));
    }

    /** Every document is found by its number, which is refused to another one. */
    private void assertComplete() {
        assertThat(things.find()).hasSizeGreaterThanOrEqualTo(3);
        for (Document thing : things.find()) {
            assertThat(things.find(Filters.eq("number", thing.get("number"))))
                    .containsExactly(thing);
            refused(() -> things.insertOne(thing(100, thing.getString("number"))));
        }
        things.insertOne(thing(100, "not there yet"));
    }

    private static void refused(ThrowingCallable action) {
        assertThatThrownBy(action)
                .isInstanceOfSatisfying(
                        MongoException.class, e -> assertThat(e.getCode()).isEqualTo(11000));
    }
}
