package org.zhengyou.log.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.zhengyou.log.conformance.Samples.event;
import static org.zhengyou.log.conformance.Samples.events;
import static org.zhengyou.log.conformance.Samples.noneTagged;

import java.util.List;
import java.util.concurrent.Phaser;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.zhengyou.log.Condition;
import org.zhengyou.log.ConflictingAppendException;
import org.zhengyou.log.Criteria;
import org.zhengyou.log.NewEvent;
import org.zhengyou.log.StoredEvent;

/**
 * Callers that read up to a marker, decide, and append on condition that nothing came after it.
 *
 * @param parties processes that have the log open
 * @param stored what a stranger finds in the store
 */
public record Markers(List<Party> parties, Supplier<List<StoredEvent>> stored) {
    private static final int CALLERS = 24;
    private static final int COUNTERS = 4;
    private static final int TURNS = 6;

    private Party party(int caller) {
        return parties.get(caller % parties.size());
    }

    /** Counters that many count on at once: a marker that hides anything makes two count alike. */
    public void nothingIsOverlooked() throws Exception {
        Phaser together = new Phaser(CALLERS);
        List<Object> outcomes = Callers.at(CALLERS, caller -> () -> countOn(caller, together));
        assertThat(outcomes).containsOnly("counted");
        for (int counter = 0; counter < COUNTERS; counter++) {
            String tag = "counter=" + counter;
            List<String> counted =
                    stored.get().stream()
                            .filter(event -> event.tags().contains(tag))
                            .map(StoredEvent::payload)
                            .toList();
            assertThat(counted)
                    .as(tag)
                    .isEqualTo(
                            IntStream.range(0, CALLERS / COUNTERS * TURNS)
                                    .mapToObj(String::valueOf)
                                    .toList());
        }
    }

    /** Nobody appends before all have decided. */
    private String countOn(int caller, Phaser together) {
        String tag = "counter=" + caller % COUNTERS;
        Party party = party(caller / COUNTERS);
        try {
            int counted = 0;
            while (counted < TURNS) {
                long marker = party.head();
                int soFar = party.read(Criteria.tagged(tag), 0, marker).size();
                together.arriveAndAwaitAdvance();
                counted += appended(party, event("" + soFar, tag), noneTagged(tag, marker));
            }
            return "counted";
        } finally {
            together.arriveAndDeregister();
        }
    }

    private static int appended(Party party, NewEvent event, Condition condition) {
        try {
            party.append(List.of(event), condition);
            return 1;
        } catch (ConflictingAppendException e) {
            assertThat(e.position()).isGreaterThan(condition.after());
            return 0;
        }
    }

    /**
     * A marker goes from process to process, ahead of what the next one has heard of: there it
     * holds, and the one before it does not any more.
     */
    public void theyHoldWhereTheyWereNotHeardOf() throws Exception {
        List<Object> outcomes = Callers.at(CALLERS, caller -> () -> passOn(caller));
        assertThat(outcomes).containsOnly("passed on");
        Checks.gapless(stored.get());
    }

    private String passOn(int caller) {
        String tag = "baton=" + caller;
        long marker = 0;
        for (int turn = 0; turn < TURNS; turn++) {
            Condition held = noneTagged(tag, marker);
            long next = party(caller + turn).append(events(1, tag), held);
            assertThat(next).isGreaterThan(marker);
            Party another = party(caller + turn + 1);
            assertThatThrownBy(() -> another.append(events(1, tag), held))
                    .isInstanceOfSatisfying(
                            ConflictingAppendException.class,
                            e -> assertThat(e.position()).isEqualTo(next));
            marker = next;
        }
        return "passed on";
    }
}
