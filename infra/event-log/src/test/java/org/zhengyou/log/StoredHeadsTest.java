package org.zhengyou.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.zhengyou.log.conformance.Samples.alone;
import static org.zhengyou.log.conformance.Samples.events;

import com.mongodb.client.MongoCollection;
import org.bson.Document;
import org.junit.jupiter.api.Test;

class StoredHeadsTest {
    private final MongoCollection<Document> collection = Mongo.collection();

    @Test
    void where_a_log_ended_is_told_for_every_position() {
        try (EventLog log = EventLog.open(collection, alone())) {
            assertThat(StoredHeads.at(collection, 9)).isEqualTo(log.chainHead());
            assertThat(StoredHeads.identity(collection)).isEmpty();
            log.append(events(1), Condition.none());
            ChainHead one = log.chainHead();
            log.append(events(3), Condition.none());
            ChainHead four = log.chainHead();

            assertThat(StoredHeads.at(collection, 1)).isEqualTo(one);
            for (long position : new long[] {2, 3, 4, 5, Long.MAX_VALUE})
                assertThat(StoredHeads.at(collection, position)).isEqualTo(four);
            assertThat(StoredHeads.identity(collection)).isEqualTo(log.identity());
        }
    }

    @Test
    void a_document_that_makes_no_sense_is_named() {
        collection.insertOne(new Document("_id", 1L).append("n", "many"));

        assertThatThrownBy(() -> StoredHeads.at(collection, 1))
                .isInstanceOf(CorruptLogException.class);
        assertThatThrownBy(() -> StoredHeads.identity(collection))
                .isInstanceOf(CorruptLogException.class);
    }
}
