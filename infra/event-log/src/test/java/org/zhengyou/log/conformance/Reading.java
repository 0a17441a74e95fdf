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
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.zhengyou.log.Condition;
import org.zhengyou.log.ConflictingAppendException;
import org.zhengyou.log.CorruptLogException;
import org.zhengyou.log.Criteria;
import org.zhengyou.log.Criterion;
import org.zhengyou.log.EventLog;
import org.zhengyou.log.NewEvent;
import org.zhengyou.log.StoredEvent;

/** Memory and store give the same answers, and both give those of the plain definition. */
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
        Random random = new Random(2010);
        try (EventLog whole = EventLog.open(collection(), alone().with(clock))) {
            fill(whole, random);
            List<StoredEvent> all = whole.page(0, 1_000);
            Checks.gapless(all);
            try (EventLog stored = EventLog.open(collection(), alone())) {
                for (int i = 0; i < 200; i++) {
                    Criteria criteria = criteria(random);
                    long after = random.nextLong(all.size() + 1);
                    long upTo = random.nextLong(all.size() + 1);
                    List<StoredEvent> expected = matching(all, criteria, after, upTo);
                    assertThat(whole.read(criteria, after, upTo)).isEqualTo(expected);
                    assertThat(stored.read(criteria, after, upTo)).isEqualTo(expected);
                }
            }
        }
    }

    @Test
    void pages_of_any_size_from_any_position_have_no_gap() {
        try (EventLog whole = EventLog.open(collection(), alone())) {
            fill(whole, new Random(2011));
            List<StoredEvent> all = whole.page(0, 1_000);
            try (EventLog stored = EventLog.open(collection(), alone())) {
                for (int after = 0; after <= all.size(); after++) {
                    int max = 1 + after % 9;
                    List<StoredEvent> expected =
                            all.subList(after, Math.min(all.size(), after + max));
                    assertThat(whole.page(after, max)).isEqualTo(expected);
                    assertThat(stored.page(after, max)).isEqualTo(expected);
                }
            }
        }
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
            fill(log, new Random(3));
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
        List<StoredEvent> live = new ArrayList<>();
        try (EventLog log = EventLog.open(collection(), alone())) {
            for (int i = 0; i < 50; i++) {
                log.append(Samples.events(1 + i % 4, "turn=" + i), Condition.none());
                live.addAll(log.page(live.size(), Integer.MAX_VALUE));
            }
        }
        try (EventLog later = EventLog.open(collection(), alone())) {
            for (int size : List.of(1, 3, 1_000)) {
                List<StoredEvent> replayed = new ArrayList<>();
                while (replayed.size() < later.head()) {
                    replayed.addAll(later.page(replayed.size(), size));
                }
                assertThat(replayed).isEqualTo(live);
            }
        }
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

    private static void fill(EventLog log, Random random) {
        for (int i = 0; i < 40; i++) {
            List<NewEvent> transaction = new ArrayList<>();
            for (int n = 1 + random.nextInt(4); n > 0; n--) {
                String member = "member=" + random.nextInt(3);
                transaction.add(Samples.event("{}", member, "branch=" + random.nextInt(2)));
            }
            log.append(transaction, Condition.none());
        }
    }

    private static Criteria criteria(Random random) {
        List<Criterion> any = new ArrayList<>();
        for (int n = random.nextInt(3); n >= 0; n--) {
            Set<String> tags =
                    switch (random.nextInt(3)) {
                        case 0 -> Set.of();
                        case 1 -> Set.of("member=" + random.nextInt(4));
                        default ->
                                Set.of(
                                        "member=" + random.nextInt(3),
                                        "branch=" + random.nextInt(2));
                    };
            Set<String> types = random.nextBoolean() ? Set.of() : Set.of("sample.Happened");
            any.add(new Criterion(tags, random.nextInt(9) == 0 ? Set.of("other.Type") : types));
        }
        return new Criteria(any);
    }

    private static List<StoredEvent> matching(
            List<StoredEvent> all, Criteria criteria, long after, long upTo) {
        return all.stream()
                .filter(event -> event.position() > after && event.position() <= upTo)
                .filter(event -> criteria.matches(event.type(), event.tags()))
                .toList();
    }
}
