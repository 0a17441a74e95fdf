package org.zhengyou.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.zhengyou.log.Samples.event;
import static org.zhengyou.log.Samples.events;
import static org.zhengyou.log.Samples.together;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Two processes on one log: nothing but the unique position stands between them. */
class ContentionTest {
    private static final int CALLERS = 64;
    private static final int NUMBERS = 20;

    private final MongoCollection<Document> collection = Mongo.collection();
    private final MongoClient otherClient = MongoClients.create(Mongo.uri());
    private final EventLog here = EventLog.open(collection, together());
    private final EventLog there =
            EventLog.open(Mongo.elsewhere(otherClient, collection), together());

    @AfterEach
    void close() {
        here.close();
        there.close();
        otherClient.close();
    }

    @Test
    void a_number_is_given_once_however_many_claim_it() throws Exception {
        List<Object> outcomes = claim(true);
        List<StoredEvent> all = everything();
        Checks.gapless(all);
        Checks.unique("number", all);
        assertThat(outcomes).filteredOn(Long.class::isInstance).hasSize(NUMBERS);
        assertThat(outcomes)
                .filteredOn(outcome -> !(outcome instanceof Long))
                .allMatch(ConflictingAppendException.class::isInstance);
        assertThat(LogVerifier.verify(collection, Progress.none()).intact()).isTrue();
    }

    @Test
    void without_the_condition_the_same_check_finds_numbers_given_twice() throws Exception {
        claim(false);
        List<StoredEvent> all = everything();
        Checks.gapless(all);
        assertThatThrownBy(() -> Checks.unique("number", all)).isInstanceOf(AssertionError.class);
    }

    /** Every caller claims every number, each beginning with another one. */
    private List<Object> claim(boolean conditional) throws Exception {
        Queue<Object> outcomes = new ConcurrentLinkedQueue<>();
        Callers.at(
                CALLERS,
                caller ->
                        () -> {
                            for (int i = 0; i < NUMBERS; i++) {
                                String number = "number=" + (caller + i) % NUMBERS;
                                outcomes.add(claim(caller, number, conditional));
                            }
                            return true;
                        });
        return List.copyOf(outcomes);
    }

    private Object claim(int caller, String number, boolean conditional) {
        Criteria criteria = conditional ? Criteria.tagged(number) : Criteria.none();
        return attempt(
                log(caller), event("{}", "member=" + caller, number), new Condition(criteria, 0));
    }

    private static Object attempt(EventLog log, NewEvent event, Condition condition) {
        try {
            return log.append(List.of(event), condition);
        } catch (RuntimeException e) {
            return e;
        }
    }

    @Test
    void every_reader_sees_the_same_events_in_the_same_order() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<List<StoredEvent>> seenHere = threads.submit(() -> follow(here, 63));
            Future<List<StoredEvent>> seenThere = threads.submit(() -> follow(there, 63));
            Callers.at(32, i -> () -> log(i).append(events(1 + i % 3), Condition.none()));
            Checks.gapless(seenHere.get());
            Checks.recordedInOrder(seenHere.get());
            assertThat(seenHere.get()).isEqualTo(seenThere.get()).isEqualTo(everything());
        }
    }

    /** Reads on when woken up, until so many events have come. */
    private static List<StoredEvent> follow(EventLog log, int events) throws Exception {
        Semaphore news = new Semaphore(1);
        List<StoredEvent> seen = new ArrayList<>();
        AutoCloseable registration = log.onAppend(news::release);
        while (seen.size() < events) {
            assertThat(news.tryAcquire(30, TimeUnit.SECONDS)).isTrue();
            while (seen.size() < log.head()) {
                seen.addAll(log.page(seen.size(), 7));
            }
        }
        registration.close();
        return seen;
    }

    private EventLog log(int caller) {
        return caller % 2 == 0 ? here : there;
    }

    private List<StoredEvent> everything() {
        try (EventLog fresh = EventLog.open(collection, together())) {
            return fresh.page(0, Integer.MAX_VALUE);
        }
    }
}
