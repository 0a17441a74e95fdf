package org.zhengyou.log.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.zhengyou.log.conformance.Samples.alone;
import static org.zhengyou.log.conformance.Samples.events;
import static org.zhengyou.log.conformance.Samples.noneTagged;

import com.mongodb.client.MongoCollection;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
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

/** A connection that breaks, or falls silent, before, during or after the write. */
@Timeout(value = 120, threadMode = ThreadMode.SEPARATE_THREAD)
public abstract class UnknownOutcomes extends Kit {
    private BadLine line;
    private CuttingProxy proxy;
    private MongoCollection<Document> proxied;

    /** On this server. */
    protected UnknownOutcomes(Server server) {
        super(server);
    }

    @BeforeEach
    void a_line_that_can_break() {
        line = closing(BadLine.to(server().uri()));
        proxy = line.proxy();
        proxied = by(line.client());
    }

    @ParameterizedTest
    @EnumSource
    void whenever_the_line_breaks_it_is_written_once_and_said_so(Cut cut) throws Exception {
        line.writtenOnceAndSaidSo(Party.of(opened(alone())), cut, this::stored);
        written(3);
    }

    @Test
    void of_many_callers_on_a_bad_line_everybody_gets_the_truth() throws Exception {
        EventLog log = opened(alone());
        for (Cut cut : Cut.values()) {
            if (!cut.silent()) { // each would take a good part of what the callers have time for
                proxy.cut(cut);
                proxy.cut(cut);
            }
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

    /** No connection is cut, no question is answered. */
    @ParameterizedTest
    @EnumSource(names = {"SILENT_BEFORE_FORWARDING", "SILENT_AFTER_THE_WRITE"})
    void if_nobody_answers_the_outcome_is_called_unknown(Cut cut) {
        EventLog log = opened(impatient());
        proxy.cutForGood(cut);
        assertThatThrownBy(() -> log.append(events(1), Condition.none()))
                .isInstanceOf(AppendOutcomeUnknownException.class);
        assertThatThrownBy(() -> log.append(events(1), Condition.none()))
                .as("nobody was asked, so nothing was sent")
                .isInstanceOf(LogUnavailableException.class);
        proxy.mend();
        long before = cut == Cut.SILENT_AFTER_THE_WRITE ? 1 : 0;
        assertThat(open(alone()).append(events(1), Condition.none())).isEqualTo(before + 1);
        written(before + 1);
    }

    @Test
    void of_many_callers_on_a_line_that_falls_silent_those_are_in_doubt_whose_events_are_there()
            throws Exception {
        EventLog log = opened(impatient());
        proxy.cutForGood(Cut.SILENT_AFTER_THE_WRITE);
        List<Object> outcomes =
                Callers.at(8, i -> () -> log.append(events(1, "caller=" + i), Condition.none()));
        assertThat(outcomes)
                .allMatch(
                        outcome ->
                                outcome instanceof AppendOutcomeUnknownException
                                        || outcome instanceof LogUnavailableException);
        assertThat(outcomes)
                .filteredOn(AppendOutcomeUnknownException.class::isInstance)
                .hasSize(stored().size());
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
