package org.zhengyou.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.zhengyou.log.Samples.alone;
import static org.zhengyou.log.Samples.events;
import static org.zhengyou.log.Samples.noneTagged;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.zhengyou.log.CuttingProxy.Cut;

/** A connection that breaks while an append is under way. */
class UnknownOutcomeTest {
    private final MongoCollection<Document> collection = Mongo.collection();
    private final CuttingProxy proxy = proxy();
    private final MongoClient client = client();
    private final MongoCollection<Document> proxied = Mongo.elsewhere(client, collection);

    private static CuttingProxy proxy() {
        String[] address = Mongo.address().split(":", 2);
        try {
            return new CuttingProxy(address[0], Integer.parseInt(address[1]));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** Looks for a lost server again after 10 ms, not only after half a second. */
    private MongoClient client() {
        return MongoClients.create(
                MongoClientSettings.builder()
                        .applyConnectionString(new ConnectionString(proxy.uri()))
                        .applyToServerSettings(
                                server -> server.minHeartbeatFrequency(10, TimeUnit.MILLISECONDS))
                        .build());
    }

    @AfterEach
    void close() throws IOException {
        client.close();
        proxy.close();
    }

    @Test
    void what_the_server_did_is_reported_as_done_and_not_done_twice() {
        try (EventLog log = EventLog.open(proxied, alone())) {
            proxy.cut(Cut.AFTER_THE_REPLY);
            assertThat(log.append(events(2, "copy=c1"), noneTagged("copy=c1", 0))).isEqualTo(2);
            assertThat(proxy.allCut()).isTrue();
            assertThat(log.append(events(1), Condition.none())).isEqualTo(3);
            stored(3);
        }
    }

    @Test
    void what_the_server_never_heard_of_is_sent_again() {
        try (EventLog log = EventLog.open(proxied, alone())) {
            proxy.cut(Cut.BEFORE_FORWARDING);
            assertThat(log.append(events(2, "copy=c1"), noneTagged("copy=c1", 0))).isEqualTo(2);
            assertThat(proxy.allCut()).isTrue();
            stored(2);
        }
    }

    @Test
    void of_many_callers_on_a_bad_line_everybody_gets_the_truth() throws Exception {
        try (EventLog log = EventLog.open(proxied, alone())) {
            for (int i = 0; i < 6; i++) {
                proxy.cut(i % 2 == 0 ? Cut.AFTER_THE_REPLY : Cut.BEFORE_FORWARDING);
            }
            List<Object> outcomes =
                    Callers.at(
                            32,
                            i ->
                                    () -> {
                                        String copy = "copy=" + i % 16;
                                        return log.append(events(1, copy), noneTagged(copy, 0));
                                    });
            assertThat(outcomes).filteredOn(Long.class::isInstance).hasSize(16);
            assertThat(outcomes)
                    .filteredOn(ConflictingAppendException.class::isInstance)
                    .hasSize(16);
            stored(16);
        }
    }

    @Test
    void a_stranger_who_takes_the_position_meanwhile_is_not_mistaken_for_us() {
        try (EventLog log = EventLog.open(proxied, alone());
                EventLog stranger = EventLog.open(collection, alone())) {
            stranger.append(events(3, "copy=c2"), Condition.none());
            proxy.cut(Cut.AFTER_THE_REPLY); // the reply is: position taken
            assertThat(log.append(events(1, "copy=c1"), noneTagged("copy=c1", 0))).isEqualTo(4);
            stranger.append(events(1, "copy=c3"), Condition.none());
            assertThatThrownBy(() -> log.append(events(1), noneTagged("copy=c3", 0)))
                    .isInstanceOf(ConflictingAppendException.class);
            stored(5);
        }
    }

    @Test
    void a_caller_interrupted_while_it_writes_for_all_still_gets_the_truth() throws Exception {
        try (EventLog log = EventLog.open(proxied, alone());
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Boolean> interrupted =
                    threads.submit(
                            () -> {
                                Thread caller = Thread.currentThread();
                                proxy.beforeInsert(caller::interrupt);
                                assertThat(log.append(events(1), Condition.none())).isEqualTo(1);
                                return Thread.interrupted();
                            });
            assertThat(interrupted.get()).isTrue();
            stored(1);
        }
    }

    @Test
    void if_nobody_can_be_asked_the_outcome_is_called_unknown() {
        LogOptions impatient = alone().within(Duration.ofMillis(300));
        try (EventLog log = EventLog.open(proxied, impatient)) {
            proxy.cut(Cut.AFTER_THE_REPLY_FOR_GOOD);
            assertThatThrownBy(() -> log.append(events(1), Condition.none()))
                    .isInstanceOf(AppendOutcomeUnknownException.class);
            stored(1);
        }
    }

    private void stored(long events) {
        assertThat(LogVerifier.verify(collection, Progress.none()))
                .isInstanceOfSatisfying(
                        VerifyReport.Intact.class,
                        intact -> assertThat(intact.events()).isEqualTo(events));
    }
}
