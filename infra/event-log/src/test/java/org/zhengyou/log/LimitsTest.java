package org.zhengyou.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.zhengyou.log.Limits.Limit.DOCUMENT_BYTES;
import static org.zhengyou.log.Limits.Limit.EVENTS_PER_TRANSACTION;
import static org.zhengyou.log.Limits.Limit.EVENT_BYTES;
import static org.zhengyou.log.Limits.Limit.TAGS_PER_EVENT;
import static org.zhengyou.log.Limits.Limit.TAG_LENGTH;
import static org.zhengyou.log.conformance.Samples.event;
import static org.zhengyou.log.conformance.Samples.events;

import com.mongodb.client.MongoCollection;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.zhengyou.log.conformance.Samples;

class LimitsTest {
    private static final Limits SMALL = new Limits(1_000, 4, 2, 20, 3_000);

    private final MongoCollection<Document> collection = Mongo.collection();
    private final EventLog log = EventLog.open(collection, Samples.alone().with(SMALL));

    @AfterEach
    void nothing_was_written() {
        assertThat(collection.countDocuments()).isZero();
        log.close();
    }

    @Test
    void an_event_has_a_largest_size_in_bytes_not_characters() {
        refused(EVENT_BYTES, List.of(event("\"" + "先".repeat(334) + "\"")));
    }

    @Test
    void a_transaction_has_a_largest_number_of_events() {
        refused(EVENTS_PER_TRANSACTION, events(5));
    }

    @Test
    void an_event_has_a_largest_number_of_tags() {
        refused(TAGS_PER_EVENT, List.of(event("{}", "a=1", "b=2", "c=3")));
    }

    @Test
    void a_tag_has_a_largest_length_in_bytes() {
        refused(TAG_LENGTH, List.of(event("{}", "branch=争优争优争")));
    }

    @Test
    void a_document_has_a_largest_size() {
        String payload = "\"" + "x".repeat(800) + "\"";
        refused(DOCUMENT_BYTES, List.of(event(payload), event(payload), event(payload)));
    }

    @Test
    void the_estimate_of_a_document_is_never_below_its_size() {
        NewEvent bare = new NewEvent("i", "t", "1", Instant.EPOCH, Set.of(), Map.of(), "{}");
        for (NewEvent event : List.of(event("{\"名\":\"😀\"}", "member=m1", "number=7"), bare)) {
            for (List<NewEvent> some : List.of(List.of(event), List.of(event, event, event))) {
                Limits exact = new Limits(10_000, 10, 10, 100, size(some) - 1);
                assertThatThrownBy(() -> new Pending(some, Condition.none(), exact, true))
                        .isInstanceOf(LogLimitExceededException.class);
            }
        }
    }

    private static int size(List<NewEvent> events) {
        return new Pending(events, Condition.none(), Limits.defaults(), true)
                .behind(Head.EMPTY, 0)
                .document()
                .getByteBuffer()
                .remaining();
    }

    @Test
    void an_empty_transaction_is_refused() {
        assertThatThrownBy(() -> log.append(List.of(), Condition.none()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void what_would_come_back_changed_is_refused() {
        assertThatThrownBy(() -> event("\"\uD800\"")).hasMessageContaining("Unicode");
        assertThatThrownBy(() -> event("{}", "no-value")).hasMessageContaining("key=value");
        assertThatThrownBy(() -> withMetadata("a.b")).hasMessageContaining("metadata");
        assertThatThrownBy(() -> withMetadata("$a")).hasMessageContaining("metadata");
    }

    private static NewEvent withMetadata(String key) {
        Map<String, String> metadata = Map.of(key, "x");
        return new NewEvent("e", "t", "1", Instant.EPOCH, Set.of(), metadata, "{}");
    }

    private void refused(Limits.Limit limit, List<NewEvent> events) {
        assertThatThrownBy(() -> log.append(events, Condition.none()))
                .isInstanceOfSatisfying(
                        LogLimitExceededException.class,
                        e -> assertThat(e.limit()).isEqualTo(limit))
                .hasMessageContaining(limit.name());
    }
}
