package org.zhengyou.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zhengyou.log.conformance.Samples.alone;
import static org.zhengyou.log.conformance.Samples.events;

import com.mongodb.client.MongoCollection;
import org.bson.Document;
import org.junit.jupiter.api.Test;

class IdentityTest {
    private final MongoCollection<Document> collection = Mongo.collection();

    @Test
    void a_log_has_an_identity_from_its_first_event_on_and_keeps_it() {
        String identity;
        try (EventLog log = EventLog.open(collection, alone())) {
            assertThat(log.identity()).isEmpty();
            log.append(events(2), Condition.none());
            identity = log.identity().orElseThrow();
            assertThat(identity).isEqualTo(Chain.leafHex(log.page(0, 1).getFirst()));
            log.append(events(1), Condition.none());
            assertThat(log.identity()).contains(identity);
        }
        try (EventLog again = EventLog.open(collection, alone())) {
            assertThat(again.identity()).contains(identity);
        }
        assertThat(LogVerifier.verify(collection, Progress.none()))
                .isInstanceOfSatisfying(
                        VerifyReport.Intact.class,
                        intact -> assertThat(intact.identity()).isEqualTo(identity));
    }

    @Test
    void a_log_that_is_begun_anew_is_another_one() {
        try (EventLog one = EventLog.open(collection, alone());
                EventLog other = EventLog.open(Mongo.collection(), alone())) {
            one.append(events(1), Condition.none());
            other.append(events(1), Condition.none());
            assertThat(one.identity()).isNotEqualTo(other.identity());
        }
    }

    @Test
    void a_restored_copy_is_told_apart_by_what_lies_where_it_went_on_differently() {
        MongoCollection<Document> copy = Mongo.collection();
        try (EventLog log = EventLog.open(collection, alone())) {
            log.append(events(1), Condition.none());
            collection.find().forEach(copy::insertOne);
            log.append(events(1), Condition.none());
            try (EventLog restored = EventLog.open(copy, alone())) {
                restored.append(events(1), Condition.none());
                assertThat(restored.identity()).isEqualTo(log.identity());
                assertThat(Chain.leafHex(restored.page(1, 1).getFirst()))
                        .isNotEqualTo(Chain.leafHex(log.page(1, 1).getFirst()));
            }
        }
    }
}
