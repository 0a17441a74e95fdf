package org.zhengyou.log.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zhengyou.log.conformance.Samples.event;
import static org.zhengyou.log.conformance.Samples.events;
import static org.zhengyou.log.conformance.Samples.noneTagged;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Phaser;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.zhengyou.log.Condition;
import org.zhengyou.log.ConflictingAppendException;
import org.zhengyou.log.Criteria;
import org.zhengyou.log.NewEvent;
import org.zhengyou.log.StoredEvent;

/**
 * Many callers against one log. Each contest ends with the checks that must hold, whoever won.
 *
 * @param parties processes that have the log open
 * @param stored what a stranger finds in the store
 */
public record Contest(List<Party> parties, Supplier<List<StoredEvent>> stored) {
    private static final int CALLERS = 64;
    private static final int NUMBERS = 20;

    private Party party(int caller) {
        return parties.get(caller % parties.size());
    }

    /** All want the same thing at the same marker; one gets it and the others are told no. */
    public void exactlyOneOf64Wins() throws Exception {
        Condition untouched = noneTagged("copy=c1", 0);
        List<Object> outcomes =
                Callers.at(CALLERS, i -> () -> party(i).append(events(1, "copy=c1"), untouched));
        assertThat(outcomes).filteredOn(Long.class::isInstance).containsExactly(1L);
        refusedOrTold(outcomes, 1);
        assertThat(party(0).append(events(1), Condition.none())).isEqualTo(2);
        Checks.gapless(stored.get());
        Checks.unique("copy", stored.get());
    }

    /** Every caller claims every number, each for another entity, each beginning elsewhere. */
    public void everyNumberIsGivenOnce() throws Exception {
        Queue<Object> outcomes = new ConcurrentLinkedQueue<>();
        Callers.at(CALLERS, caller -> () -> outcomes.addAll(claims(caller)));
        party(0).append(events(1), Condition.none()); // whoever was refused left no gap before it
        List<StoredEvent> all = stored.get();
        Checks.gapless(all);
        Checks.unique("number", all);
        refusedOrTold(List.copyOf(outcomes), NUMBERS);
    }

    private List<Object> claims(int caller) {
        List<Object> outcomes = new ArrayList<>();
        for (int i = 0; i < NUMBERS; i++) {
            String number = "number=" + (caller + i) % NUMBERS;
            NewEvent claim = event("{}", "member=" + caller, number);
            try {
                outcomes.add(party(caller).append(List.of(claim), noneTagged(number, 0)));
            } catch (RuntimeException e) {
                outcomes.add(e);
            }
        }
        return outcomes;
    }

    private static void refusedOrTold(List<Object> outcomes, int winners) {
        assertThat(outcomes).filteredOn(Long.class::isInstance).hasSize(winners);
        assertThat(outcomes)
                .filteredOn(outcome -> !(outcome instanceof Long))
                .allMatch(ConflictingAppendException.class::isInstance);
    }

    /** Transactions of many sizes: whole in the end, and never half there for who looks on. */
    public void transactionsAreWhole() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            int events = CALLERS / 4 * (1 + 2 + 3 + 4);
            List<Future<List<StoredEvent>>> onlookers = new ArrayList<>();
            for (Party party : parties) {
                onlookers.add(threads.submit(() -> Onlooker.follow(party, events)));
            }
            Callers.at(
                    CALLERS,
                    i -> () -> party(i).append(events(1 + i % 4, "caller=" + i), Condition.none()));
            for (Future<List<StoredEvent>> seen : onlookers) {
                Checks.gapless(seen.get());
            }
        }
        Checks.gapless(stored.get());
        Checks.whole("caller", stored.get(), caller -> 1 + caller % 4);
    }

    /** Everybody who follows the log sees what is stored, in that order. */
    public void everyTailerSeesTheSame() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<List<StoredEvent>>> tailers = new ArrayList<>();
            for (Party party : parties) {
                tailers.add(threads.submit(() -> follow(party, 63)));
            }
            Callers.at(32, i -> () -> party(i).append(events(1 + i % 3), Condition.none()));
            for (Future<List<StoredEvent>> seen : tailers) {
                Checks.gapless(seen.get());
                Checks.recordedInOrder(seen.get());
                assertThat(seen.get()).isEqualTo(stored.get());
            }
        }
    }

    /** Reads on when woken up, until so many events have come. */
    private static List<StoredEvent> follow(Party log, int events) throws Exception {
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

    /** Who is told a position finds the event there at once, and so does everybody else. */
    public void whatIsAcknowledgedIsThere() throws Exception {
        List<Object> outcomes = Callers.at(8, i -> () -> acknowledged(party(i)));
        assertThat(outcomes).containsOnly("stored");
    }

    private String acknowledged(Party party) {
        for (int i = 0; i < 5; i++) {
            NewEvent event = event("{}");
            long position = party.append(List.of(event), Condition.none());
            Map<Long, String> ids =
                    stored.get().stream()
                            .collect(Collectors.toMap(StoredEvent::position, StoredEvent::id));
            if (!event.id().equals(ids.get(position))) {
                return "not at " + position;
            }
        }
        return "stored";
    }

    /** All bring the same events, with the same ids, cut differently: each arrives once. */
    public void copiesAreMadeOnce(int events) throws Exception {
        List<NewEvent> source = events(events);
        Phaser together = new Phaser(parties.size());
        List<Object> outcomes =
                Callers.at(
                        parties.size(),
                        i ->
                                () ->
                                        new Copyist(source, party(i), together)
                                                .copy(new Random(2010L + i)));
        assertThat(outcomes).containsOnly(source.size());
        assertThat(stored.get().stream().map(StoredEvent::id).toList())
                .isEqualTo(source.stream().map(NewEvent::id).toList());
    }

    /** Copies a source into the log; all bring some at the same moment, and then some more. */
    private record Copyist(List<NewEvent> source, Party log, Phaser together) {
        int copy(Random random) {
            try {
                long head = log.head();
                int brought = (int) head;
                while (brought < source.size()) {
                    int to = Math.min(source.size(), brought + 1 + random.nextInt(9));
                    List<NewEvent> some = new ArrayList<>(source.subList(brought, to));
                    together.arriveAndAwaitAdvance();
                    try {
                        head = log.append(some, new Condition(Criteria.all(), head));
                        brought = to;
                    } catch (ConflictingAppendException e) {
                        head = log.head();
                        brought = (int) head;
                    }
                }
                return brought;
            } finally {
                together.arriveAndDeregister();
            }
        }
    }

    /** Looks at the end of the log all the time: a transaction is there as a whole or not. */
    private record Onlooker() {
        private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(60);

        static List<StoredEvent> follow(Party log, int events) {
            List<StoredEvent> seen = new ArrayList<>();
            long start = System.nanoTime();
            while (seen.size() < events) {
                assertThat(System.nanoTime() - start)
                        .as("waiting for the events after %s", seen.size())
                        .isLessThan(PATIENCE_NANOS);
                List<StoredEvent> news = log.page(seen.size(), Integer.MAX_VALUE);
                Checks.whole("caller", news, caller -> 1 + caller % 4);
                seen.addAll(news);
                LockSupport.parkNanos(50_000);
            }
            return seen;
        }
    }
}
