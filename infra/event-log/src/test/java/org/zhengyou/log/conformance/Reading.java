package org.zhengyou.log.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.zhengyou.log.conformance.Samples.alone;
import static org.zhengyou.log.conformance.Samples.events;

import com.mongodb.client.MongoClient;
import com.mongodb.client.model.Filters;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.zhengyou.log.Condition;
import org.zhengyou.log.ConflictingAppendException;
import org.zhengyou.log.CorruptLogException;
import org.zhengyou.log.Criteria;
import org.zhengyou.log.EventLog;
import org.zhengyou.log.StoredEvent;

/** Memory and store give the same answers, and both give those of the plain definition. */
@Timeout(value = 120, threadMode = ThreadMode.SEPARATE_THREAD)
public abstract class Reading extends Kit {
    /** On this server. */
    protected Reading(Server server) {
        super(server);
    }

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private final AtomicLong seconds = new AtomicLong();
    private final InstantSource source = () -> START.plusSeconds(seconds.getAndIncrement());
    private final Clock clock = source.withZone(ZoneOffset.UTC);

    @Test
    void random_questions_get_the_same_answer_from_memory_store_and_definition() {
        Party whole = Party.of(open(alone().with(clock)));
        Readings.fill(whole, new Random(2010));
        List<StoredEvent> all = whole.page(0, 1_000);
        Checks.gapless(all);
        Readings.questionsAreAnswered(whole, all, new Random(2011));
        Readings.questionsAreAnswered(Party.of(open(alone())), all, new Random(2011));
    }

    @Test
    void pages_of_any_size_from_any_position_have_no_gap() {
        Party whole = Party.of(open(alone()));
        Readings.fill(whole, new Random(2011));
        List<StoredEvent> all = whole.page(0, 1_000);
        Checks.gapless(all);
        Readings.pagesHaveNoGap(whole, all);
        Readings.pagesHaveNoGap(Party.of(open(alone())), all);
    }

    @Test
    void a_window_that_forgets_falls_back_on_the_store() {
        try (EventLog log = EventLog.open(collection(), alone().window(5, 1 << 20))) {
            for (int i = 0; i < 30; i++) {
                log.append(events(1, "turn=" + i % 3), Condition.none());
            }
            assertThat(log.read(Criteria.tagged("turn=0"), 0, Long.MAX_VALUE)).hasSize(10);
            assertThat(log.read(Criteria.tagged("turn=0"), 27, Long.MAX_VALUE)).hasSize(1);
            assertThatThrownBy(() -> log.append(events(1), Samples.noneTagged("turn=1", 4)))
                    .isInstanceOf(ConflictingAppendException.class);
            assertThat(log.append(events(1), Samples.noneTagged("turn=1", 29))).isEqualTo(31);
        }
    }

    @Test
    void what_is_recent_is_read_without_asking_the_store() {
        try (EventLog before = EventLog.open(collection(), alone())) {
            before.append(events(3, "member=m1"), Condition.none());
        }
        MongoClient client = server().another();
        EventLog log = EventLog.open(by(client), alone());
        log.append(events(2, "member=m1"), Condition.none());
        client.close();
        assertThat(log.read(Criteria.tagged("member=m1"), 3, Long.MAX_VALUE)).hasSize(2);
        assertThat(log.read(Criteria.tagged("member=m2"), 3, Long.MAX_VALUE)).isEmpty();
        assertThat(log.page(3, 10)).hasSize(2);
        assertThat(log.positionAt(Instant.MAX.minusSeconds(1))).contains(5L);
        assertThatThrownBy(() -> log.read(Criteria.tagged("member=m1"), 2, Long.MAX_VALUE))
                .isInstanceOf(IllegalStateException.class);
        log.close();
    }

    @Test
    void a_moment_leads_to_the_last_position_recorded_by_then() {
        try (EventLog log = EventLog.open(collection(), alone().with(clock))) {
            assertThat(log.positionAt(START)).isEmpty();
            Readings.fill(Party.of(log), new Random(3));
            List<StoredEvent> all = log.page(0, 1_000);
            for (long half = -2; half < 2 * seconds.get() + 4; half++) {
                Instant at = START.plusMillis(half * 500);
                assertThat(log.positionAt(at))
                        .isEqualTo(
                                all.stream()
                                        .filter(event -> !event.recordedAt().isAfter(at))
                                        .map(StoredEvent::position)
                                        .reduce((before, last) -> last));
            }
        }
    }

    @Test
    void a_replay_in_pages_of_any_size_gives_what_was_seen_live() {
        List<StoredEvent> live = Readings.live(Party.of(open(alone())));
        Readings.replaysAre(live, Party.of(open(alone())));
    }

    @Test
    void a_gap_is_named_and_not_skipped() {
        try (EventLog log = EventLog.open(collection(), alone())) {
            for (int i = 0; i < 9; i++) {
                log.append(events(1, "member=m1"), Condition.none());
            }
            collection().deleteOne(Filters.eq("_id", 4L));
            try (EventLog stored = EventLog.open(collection(), alone())) {
                assertThatThrownBy(() -> stored.page(0, 100))
                        .isInstanceOfSatisfying(
                                CorruptLogException.class,
                                e -> assertThat(e.position()).isEqualTo(4));
            }
        }
    }
}
