package org.zhengyou.log.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.zhengyou.log.conformance.Samples.alone;
import static org.zhengyou.log.conformance.Samples.events;
import static org.zhengyou.log.conformance.Samples.noneTagged;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.ServerAddress;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.connection.ClusterConnectionMode;
import com.mongodb.connection.ServerMonitoringMode;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.zhengyou.log.AppendOutcomeUnknownException;
import org.zhengyou.log.Condition;
import org.zhengyou.log.ConflictingAppendException;
import org.zhengyou.log.EventLog;
import org.zhengyou.log.LogOptions;
import org.zhengyou.log.LogUnavailableException;
import org.zhengyou.log.LogVerifier;
import org.zhengyou.log.Progress;
import org.zhengyou.log.VerifyReport;
import org.zhengyou.log.conformance.CuttingProxy.Cut;

/** A connection that breaks before, during or after the write. */
public abstract class UnknownOutcomes extends Kit {
    private CuttingProxy proxy;
    private MongoCollection<Document> proxied;

    /** On this server. */
    protected UnknownOutcomes(Server server) {
        super(server);
    }

    @BeforeEach
    void a_line_that_can_break() {
        proxy = closing(proxy(server()));
        proxied = by(closing(client()));
    }

    private static CuttingProxy proxy(Server server) {
        String[] address = server.address().split(":", 2);
        int port = address.length == 1 ? 27_017 : Integer.parseInt(address[1]);
        try {
            return new CuttingProxy(address[0], port);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** Looks for a lost server again after 10 ms, not only after half a second. */
    private MongoClient client() {
        ServerAddress entrance = new ServerAddress("127.0.0.1", proxy.port());
        return MongoClients.create(
                MongoClientSettings.builder()
                        .applyConnectionString(new ConnectionString(server().uri()))
                        .applyToClusterSettings(
                                cluster ->
                                        cluster.hosts(List.of(entrance))
                                                .mode(ClusterConnectionMode.SINGLE))
                        .applyToServerSettings(
                                monitor ->
                                        monitor.minHeartbeatFrequency(10, TimeUnit.MILLISECONDS)
                                                .serverMonitoringMode(ServerMonitoringMode.POLL))
                        .build());
    }

    @ParameterizedTest
    @EnumSource
    void whenever_the_line_breaks_it_is_written_once_and_said_so(Cut cut) throws Exception {
        EventLog log = opened(alone());
        proxy.cut(cut);
        assertThat(log.append(events(2, "copy=c1"), noneTagged("copy=c1", 0))).isEqualTo(2);
        assertThat(proxy.allCut()).isTrue();
        proxy.deliver();
        assertThat(log.append(events(1), Condition.none())).isEqualTo(3);
        written(3);
    }

    @Test
    void of_many_callers_on_a_bad_line_everybody_gets_the_truth() throws Exception {
        EventLog log = opened(alone());
        for (Cut cut : Cut.values()) {
            proxy.cut(cut);
            proxy.cut(cut);
        }
        List<Object> outcomes =
                Callers.at(
                        32,
                        i ->
                                () -> {
                                    String copy = "copy=" + i % 16;
                                    return log.append(events(1, copy), noneTagged(copy, 0));
                                });
        proxy.deliver();
        assertThat(outcomes).filteredOn(Long.class::isInstance).hasSize(16);
        assertThat(outcomes).filteredOn(ConflictingAppendException.class::isInstance).hasSize(16);
        written(16);
    }

    @Test
    void a_stranger_who_takes_the_position_meanwhile_is_not_mistaken_for_us() {
        EventLog log = opened(alone());
        EventLog stranger = open(alone());
        stranger.append(events(3, "copy=c2"), Condition.none());
        proxy.cut(Cut.AFTER_THE_REPLY); // the reply is: position taken
        assertThat(log.append(events(1, "copy=c1"), noneTagged("copy=c1", 0))).isEqualTo(4);
        stranger.append(events(1, "copy=c3"), Condition.none());
        assertThatThrownBy(() -> log.append(events(1), noneTagged("copy=c3", 0)))
                .isInstanceOf(ConflictingAppendException.class);
        written(5);
    }

    /** A position taken by another while nobody knew: the first attempt can no longer arrive. */
    @Test
    void what_another_was_faster_than_is_not_written_later() throws Exception {
        EventLog log = opened(alone());
        EventLog stranger = open(alone());
        AtomicBoolean first = new AtomicBoolean(true);
        proxy.cut(Cut.DELIVERED_LATE);
        proxy.beforeInsert(
                () -> {
                    if (first.getAndSet(false)) {
                        stranger.append(events(1, "copy=c1"), Condition.none());
                    }
                });
        assertThatThrownBy(() -> log.append(events(1, "copy=c1"), noneTagged("copy=c1", 0)))
                .isInstanceOf(ConflictingAppendException.class);
        proxy.deliver();
        written(1);
    }

    @Test
    void a_caller_interrupted_while_it_writes_for_all_still_gets_the_truth() throws Exception {
        EventLog log = opened(alone());
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Boolean> interrupted =
                    threads.submit(
                            () -> {
                                Thread caller = Thread.currentThread();
                                proxy.beforeInsert(caller::interrupt);
                                assertThat(log.append(events(1), Condition.none())).isEqualTo(1);
                                return Thread.interrupted();
                            });
            assertThat(interrupted.get()).isTrue();
            written(1);
        }
    }

    @Test
    void if_nobody_can_be_asked_the_outcome_is_called_unknown() {
        EventLog log = opened(impatient());
        proxy.cutForGood(Cut.AFTER_THE_REPLY);
        assertThatThrownBy(() -> log.append(events(1), Condition.none()))
                .isInstanceOf(AppendOutcomeUnknownException.class);
        written(1);
    }

    @Test
    void what_arrives_after_its_caller_was_told_that_nobody_knows_does_no_harm() throws Exception {
        EventLog log = opened(impatient());
        proxy.cutForGood(Cut.DELIVERED_LATE);
        assertThatThrownBy(() -> log.append(events(2), Condition.none()))
                .isInstanceOf(AppendOutcomeUnknownException.class);
        proxy.deliver();
        assertThat(open(alone()).append(events(1), Condition.none())).isEqualTo(3);
        written(3);
    }

    /** Nothing is sent to a server that is known to be away: so nothing can arrive later. */
    @Test
    void who_comes_while_the_server_is_away_is_told_that_nothing_was_written() throws Exception {
        EventLog log = opened(impatient());
        proxy.cutForGood(Cut.BEFORE_FORWARDING);
        assertThatThrownBy(() -> log.append(events(1), Condition.none()))
                .isInstanceOf(AppendOutcomeUnknownException.class);
        assertThatThrownBy(() -> log.append(events(1), Condition.none()))
                .isInstanceOf(LogUnavailableException.class);
        proxy.deliver();
        written(0);
    }

    private EventLog opened(LogOptions options) {
        return closing(EventLog.open(proxied, options));
    }

    private static LogOptions impatient() {
        return alone().within(Duration.ofMillis(300));
    }

    private void written(long events) {
        assertThat(LogVerifier.verify(collection(), Progress.none()))
                .isInstanceOfSatisfying(
                        VerifyReport.Intact.class,
                        intact -> assertThat(intact.events()).isEqualTo(events));
    }
}
