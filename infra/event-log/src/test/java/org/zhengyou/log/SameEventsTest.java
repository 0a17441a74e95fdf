package org.zhengyou.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.zhengyou.log.Samples.alone;
import static org.zhengyou.log.Samples.events;
import static org.zhengyou.log.Samples.together;

import com.mongodb.client.MongoCollection;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.bson.Document;
import org.junit.jupiter.api.Test;

/** Two processes that copy the same events, with the same ids, into one log. */
class SameEventsTest {
    private final MongoCollection<Document> collection = Mongo.collection();

    @Test
    void whoever_brings_the_same_events_second_is_refused_however_they_are_cut() {
        List<NewEvent> source = events(3);
        try (EventLog first = EventLog.open(collection, alone());
                EventLog second = EventLog.open(collection, alone());
                EventLog third = EventLog.open(collection, alone())) {
            Condition untouched = new Condition(Criteria.all(), 0);
            assertThat(first.append(source.subList(0, 2), untouched)).isEqualTo(2);
            assertThatThrownBy(() -> second.append(source, untouched))
                    .isInstanceOf(ConflictingAppendException.class);
            assertThatThrownBy(() -> third.append(source.subList(0, 2), untouched))
                    .isInstanceOf(ConflictingAppendException.class);
            assertThat(second.head()).isEqualTo(2);
        }
    }

    @Test
    void four_copyists_bring_each_event_once_and_in_order() throws Exception {
        List<NewEvent> source = events(600);
        Callers.at(
                4,
                copyist ->
                        () -> {
                            try (EventLog log = EventLog.open(collection, together())) {
                                copy(source, log, new Random(copyist));
                            }
                            return true;
                        });
        try (EventLog log = EventLog.open(collection, alone())) {
            assertThat(log.page(0, Integer.MAX_VALUE).stream().map(StoredEvent::id).toList())
                    .isEqualTo(source.stream().map(NewEvent::id).toList());
        }
    }

    /** Goes on behind what it has brought; who was faster makes it look at the log again. */
    private static void copy(List<NewEvent> source, EventLog log, Random random) {
        int brought = (int) log.head();
        long head = brought;
        while (brought < source.size()) {
            int to = Math.min(source.size(), brought + 1 + random.nextInt(9));
            List<NewEvent> some = new ArrayList<>(source.subList(brought, to));
            try {
                head = log.append(some, new Condition(Criteria.all(), head));
                brought = to;
            } catch (ConflictingAppendException e) {
                head = log.head();
                brought = (int) head;
            }
        }
    }
}
