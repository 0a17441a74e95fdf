package org.zhengyou.embedded.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.FindIterable;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Projections;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Ten thousand transactions of a log: what a query examines is what it returns. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class QueryPlanTest {
    private static final long SIZE = 10_000;
    private static final Document ASCENDING = new Document("_id", 1);
    private static final Document DESCENDING = new Document("_id", -1);

    private EmbeddedMongo server;
    private MongoClient client;
    private MongoCollection<Document> log;

    QueryPlanTest(@TempDir Path folder) {
        server = EmbeddedMongo.start(folder, 0, Durability.COMMIT);
        client = MongoClients.create(server.connectionString());
        log = client.getDatabase("test").getCollection("log");
    }

    /** All have the tag of the plan, each hundredth the member's, each tenth the branch's. */
    @BeforeAll
    void fill() {
        log.createIndex(Indexes.ascending("g", "_id"));
        log.insertMany(
                LongStream.rangeClosed(1, SIZE).mapToObj(QueryPlanTest::transaction).toList());
    }

    private static Document transaction(long id) {
        List<String> tags =
                List.of("plan=2010", "member=" + id % 100, "branch=" + id % 10, "id=" + id);
        return new Document("_id", id).append("n", 1).append("g", tags);
    }

    @AfterAll
    void stop() {
        client.close();
        server.close();
    }

    @BeforeEach
    void reset() {
        server.statistics().reset();
    }

    @Test
    void tailing_reads_what_is_new() {
        assertExamined(log.find(Filters.gt("_id", SIZE - 9)).sort(ASCENDING), 9, 9);
    }

    @Test
    void the_head_is_one_document() {
        assertExamined(log.find().sort(DESCENDING).limit(1), 1, 1);
    }

    @Test
    void a_tag_and_a_range_read_the_piece_of_the_index() {
        Bson filter = Filters.and(Filters.eq("g", "member=7"), Filters.gt("_id", 5007));
        assertExamined(log.find(filter).sort(ASCENDING), 49, 49);
        assertExamined(log.find(filter).sort(DESCENDING), 49, 49);
    }

    @Test
    void both_ends_of_the_range_bound_the_piece() {
        Bson filter =
                Filters.and(
                        Filters.all("g", "branch=3"),
                        Filters.gt("_id", 103),
                        Filters.lte("_id", 203));
        assertExamined(log.find(filter).sort(ASCENDING), 10, 10);
    }

    @Test
    void two_tags_fetch_only_documents_with_both_and_leap_over_the_rest() {
        Bson filter = Filters.and(Filters.all("g", "plan=2010", "member=7"), Filters.gt("_id", 0));
        assertExamined(log.find(filter).sort(ASCENDING), 100, 410);
    }

    @Test
    void of_several_lists_of_tags_each_has_one() {
        Bson filter =
                Filters.and(
                        Filters.in("g", "member=7", "member=8"),
                        Filters.in("g", "branch=7", "branch=9"));
        assertExamined(log.find(filter).sort(ASCENDING), 100, 800);
    }

    @Test
    void tags_that_never_meet_fetch_nothing() {
        Bson filter = Filters.all("g", "member=7", "member=8");
        assertExamined(log.find(filter).sort(ASCENDING), 0, 400);
    }

    @Test
    void alternatives_are_merged_in_order_and_each_document_comes_once() {
        Bson filter =
                Filters.and(
                        Filters.or(
                                Filters.all("g", "member=7", "branch=7"),
                                Filters.eq("g", "id=4"),
                                Filters.eq("g", "member=7")),
                        Filters.gt("_id", 2));
        List<Document> found = assertExamined(log.find(filter).sort(ASCENDING), 101, 600);
        assertThat(found)
                .isSortedAccordingTo((a, b) -> a.getLong("_id").compareTo(b.getLong("_id")));
    }

    @Test
    void each_alternative_may_have_its_own_marker() {
        Bson filter =
                Filters.or(
                        Filters.and(Filters.eq("g", "member=7"), Filters.gt("_id", 9800)),
                        Filters.and(Filters.eq("g", "branch=3"), Filters.gt("_id", 9980)));
        assertExamined(log.find(filter).sort(ASCENDING), 4, 4);
    }

    @Test
    void a_limit_ends_the_search() {
        assertExamined(log.find(Filters.eq("g", "plan=2010")).sort(DESCENDING).limit(1), 1, 1);
        assertExamined(
                log.find(Filters.in("g", "plan=2010", "id=4")).sort(ASCENDING).limit(5), 5, 8);
    }

    @Test
    void batches_go_on_where_the_last_one_ended() {
        Bson filter = Filters.eq("g", "branch=3");
        List<Document> found =
                assertExamined(log.find(filter).sort(ASCENDING).batchSize(7), 1000, 1000);
        assertThat(found).doesNotHaveDuplicates();
    }

    @Test
    void named_documents_are_fetched_by_their_names() {
        assertExamined(log.find(Filters.eq("_id", 77)), 1, 0);
        assertExamined(log.find(Filters.in("_id", 5, 3, 4L, 123456)), 3, 0);
    }

    @Test
    void a_projection_changes_nothing_about_it() {
        Bson only = Projections.include("n");
        List<Document> found =
                assertExamined(log.find(Filters.eq("g", "id=9")).projection(only), 1, 1);
        assertThat(found).containsExactly(new Document("_id", 9L).append("n", 1));
    }

    @Test
    void counting_with_a_filter_uses_the_index() {
        assertThat(log.countDocuments(Filters.eq("g", "member=7"))).isEqualTo(100);
        assertThat(server.statistics().documents.sum()).isEqualTo(100);
        assertThat(server.statistics().fullScans.sum()).isZero();
    }

    @Test
    void what_no_index_helps_is_counted_as_a_full_scan() {
        assertThat(log.find(Filters.eq("zz", 1)).first()).isNull();
        assertThat(server.statistics().fullScans.sum()).isOne();
    }

    private List<Document> assertExamined(FindIterable<Document> query, int results, int keys) {
        ScanStatistics statistics = server.statistics();
        statistics.reset();
        List<Document> found = query.into(new ArrayList<>());
        assertThat(found).hasSize(results);
        assertThat(statistics.documents.sum()).as("documents fetched").isEqualTo(results);
        assertThat(statistics.keys.sum()).as("index entries").isLessThanOrEqualTo(keys);
        assertThat(statistics.fullScans.sum()).as("full scans").isZero();
        assertThat(statistics.sorts.sum()).as("sorts in memory").isZero();
        return found;
    }
}
