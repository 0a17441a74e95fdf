package org.zhengyou.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zhengyou.log.conformance.Samples.events;
import static org.zhengyou.log.conformance.Samples.noneTagged;

import com.mongodb.client.MongoCollection;
import java.time.Duration;
import java.util.List;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.zhengyou.log.conformance.Samples;

/** Batches put together by hand. */
class WriterTest {
    private final MongoCollection<Document> collection = Mongo.collection();
    private final Store store = new Store(collection, Duration.ofSeconds(5));
    private final Tail tail = new Tail(store, Samples.alone());
    private final Writer writer = new Writer(store, tail, Samples.alone());

    @Test
    void of_two_in_one_batch_that_exclude_each_other_the_first_wins() {
        Pending first = pending("copy=c1", noneTagged("copy=c1", 0));
        Pending second = pending("copy=c1", noneTagged("copy=c1", 0));
        Pending third = pending("copy=c2", noneTagged("copy=c2", 0));
        write(List.of(first, second, third));
        assertThat(first.done()).isCompletedWithValue(1L);
        assertThat(third.done()).isCompletedWithValue(2L);
        assertThat(second.done()).isCompletedExceptionally();
        assertThat(tail.head().position()).isEqualTo(2);
    }

    @Test
    void nobody_is_refused_for_a_batch_mate_that_was_refused_itself() {
        try (EventLog stranger = EventLog.open(collection, Samples.alone())) {
            stranger.append(events(1, "copy=c3"), Condition.none());
        }
        Pending refused = pending("copy=c1", noneTagged("copy=c3", 0));
        Pending mate = pending("copy=c2", noneTagged("copy=c1", 0));
        write(List.of(refused, mate));
        assertThat(refused.done()).isCompletedExceptionally();
        assertThat(mate.done()).isCompletedWithValue(2L);
    }

    @Test
    void whoever_lost_the_position_is_checked_again_behind_the_new_head() {
        try (EventLog stranger = EventLog.open(collection, Samples.alone())) {
            stranger.append(events(4, "copy=c3"), Condition.none());
        }
        Pending pending = pending("copy=c1", noneTagged("copy=c1", 0));
        write(List.of(pending));
        assertThat(pending.done()).isCompletedWithValue(5L);
    }

    private void write(List<Pending> batch) {
        writer.write(batch);
        batch.forEach(Pending::tell);
    }

    private static Pending pending(String tag, Condition condition) {
        return new Pending(events(1, tag), condition, Limits.defaults(), true);
    }
}
