package org.zhengyou.log.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.zhengyou.log.conformance.Samples.alone;
import static org.zhengyou.log.conformance.Samples.event;
import static org.zhengyou.log.conformance.Samples.events;
import static org.zhengyou.log.conformance.Samples.noneTagged;

import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandStartedEvent;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;
import org.zhengyou.log.Chain;
import org.zhengyou.log.ChainHead;
import org.zhengyou.log.Condition;
import org.zhengyou.log.ConflictingAppendException;
import org.zhengyou.log.EventLog;
import org.zhengyou.log.LogUnavailableException;
import org.zhengyou.log.NewEvent;
import org.zhengyou.log.StoredEvent;

/** One process on its log. */
public abstract class Appending extends Kit {
    /** On this server. */
    protected Appending(Server server) {
        super(server);
    }

    @Test
    void an_empty_log_ends_at_zero() {
        try (EventLog log = EventLog.open(collection(), alone())) {
            assertThat(log.head()).isZero();
            assertThat(log.chainHead()).isEqualTo(new ChainHead(0, Chain.genesis()));
            assertThat(log.page(0, 10)).isEmpty();
        }
    }

    @Test
    void what_was_appended_is_read_back_by_whoever_opens_the_log() {
        NewEvent event = event("{\"名\":\"😀\"}", "member=m1", "number=7");
        try (EventLog log = EventLog.open(collection(), alone())) {
            assertThat(log.append(List.of(event), Condition.none())).isEqualTo(1);
            List<StoredEvent> fromMemory = log.page(0, 10);
            try (EventLog later = EventLog.open(collection(), alone())) {
                assertThat(later.page(0, 10)).isEqualTo(fromMemory);
                assertThat(later.chainHead()).isEqualTo(log.chainHead());
            }
            assertThat(fromMemory.getFirst())
                    .returns(event.id(), StoredEvent::id)
                    .returns(event.payload(), StoredEvent::payload)
                    .returns(event.tags(), StoredEvent::tags)
                    .returns(event.metadata(), StoredEvent::metadata)
                    .returns(event.effectiveAt(), StoredEvent::effectiveAt);
        }
    }

    @Test
    void a_condition_looks_only_behind_its_position_and_only_at_what_matches() {
        try (EventLog log = EventLog.open(collection(), alone())) {
            log.append(events(1, "member=m1"), Condition.none());
            assertThat(log.append(events(1, "member=m1"), noneTagged("member=m1", 1))).isEqualTo(2);
            assertThat(log.append(events(1, "member=m2"), noneTagged("member=m2", 0))).isEqualTo(3);
            assertThatThrownBy(() -> log.append(events(1), noneTagged("member=m1", 1)))
                    .isInstanceOfSatisfying(
                            ConflictingAppendException.class,
                            e -> assertThat(e.position()).isEqualTo(2));
            assertThat(log.head()).isEqualTo(3);
        }
    }

    @Test
    void recorded_time_never_goes_back_even_if_the_clock_does() {
        Iterator<String> times =
                List.of("2026-05-01T00:00:00Z", "2026-04-01T00:00:00Z", "2026-05-01T00:00:01Z")
                        .iterator();
        InstantSource source = () -> Instant.parse(times.next());
        Clock jumping = source.withZone(ZoneOffset.UTC);
        try (EventLog log = EventLog.open(collection(), alone().with(jumping))) {
            for (int i = 0; i < 3; i++) {
                log.append(events(1), Condition.none());
            }
            Checks.recordedInOrder(log.page(0, 10));
            assertThat(log.page(0, 10).get(1).recordedAt()).isEqualTo("2026-05-01T00:00:00Z");
        }
    }

    /** The clock stands still, and with it the writer, until the code hangs on the future. */
    @Test
    void a_future_completes_away_from_the_writer_and_holds_up_nobody() {
        CompletableFuture<Void> hung = new CompletableFuture<>();
        InstantSource waiting = () -> hung.thenApply(v -> Instant.now()).join();
        try (EventLog log =
                EventLog.open(collection(), alone().with(waiting.withZone(ZoneOffset.UTC)))) {
            CompletableFuture<Void> never = new CompletableFuture<>();
            CompletableFuture<Void> stuck =
                    log.appendAsync(events(1), Condition.none()).thenAccept(p -> never.join());
            hung.complete(null);
            assertThat(log.appendAsync(events(1), Condition.none()).join()).isEqualTo(2);
            assertThat(log.append(events(1), Condition.none())).isEqualTo(3);
            assertThat(stuck).isNotDone();
            never.complete(null);
            stuck.join();
        }
    }

    @Test
    void an_interrupted_caller_gets_its_answer_and_stays_interrupted() {
        try (EventLog log = EventLog.open(collection(), alone())) {
            Thread.currentThread().interrupt();
            long position = log.append(events(1), Condition.none());
            assertThat(Thread.interrupted()).isTrue();
            assertThat(position).isEqualTo(1);
        }
    }

    @Test
    void a_closed_log_takes_nothing() {
        EventLog log = EventLog.open(collection(), alone());
        log.close();
        assertThatThrownBy(() -> log.append(events(1), Condition.none()))
                .isInstanceOf(LogUnavailableException.class);
        assertThat(log.appendAsync(events(1), Condition.none()))
                .failsWithin(Duration.ofSeconds(10));
        assertThat(collection().countDocuments()).isZero();
    }

    /** The driver sends on the thread that asked: no other thread has to be woken up. */
    @Test
    void a_caller_that_finds_nobody_writing_writes_by_itself() {
        Set<Thread> writers = ConcurrentHashMap.newKeySet();
        CommandListener inserts =
                new CommandListener() {
                    @Override
                    public void commandStarted(CommandStartedEvent event) {
                        if (event.getCommandName().equals("insert")) {
                            writers.add(Thread.currentThread());
                        }
                    }
                };
        EventLog log = closing(EventLog.open(by(closing(server().watched(inserts))), alone()));
        for (int i = 0; i < 5; i++) {
            log.append(events(1), Condition.none());
        }
        assertThat(writers).containsExactly(Thread.currentThread());
    }
}
