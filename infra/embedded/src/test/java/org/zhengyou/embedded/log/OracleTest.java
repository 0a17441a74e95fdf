package org.zhengyou.embedded.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.zhengyou.log.StoredEvent;

/** The oracle of the torture finds each kind of fault in logs made by hand, and only that. */
class OracleTest {
    private final Oracle oracle = new Oracle();
    private final List<StoredEvent> log = new ArrayList<>();

    /**
     * Three writers: one that was told everything, one that was killed, one that nobody could tell.
     */
    @BeforeEach
    void a_right_log() {
        tries("a.0.0", 1);
        tries("a.0.1", 3);
        tries("a.0.2", 1);
        tries("a.0.3", 1);
        tries("b.0.0", 2);
        tries("b.0.1", 1);
        tries("c.0.0", 2);
        tries("c.0.1", 1);
        told("written a.0.0 1");
        told("written a.0.1 6");
        told("refused a.0.2 -");
        told("written a.0.3 7");
        told("unknown c.0.0 -");
        log.add(event(1, "a.0.0", 0, 1, "number=7", 0));
        transaction(2, "b.0.0", 2);
        transaction(4, "a.0.1", 3);
        log.add(event(7, "a.0.3", 0, 1, "chain=2", 1));
        transaction(8, "c.0.0", 2);
        log.add(event(10, "c.0.1", 0, 1, "chain=2", 2));
    }

    @Test
    void a_right_log_has_no_fault() {
        assertThat(oracle.faults(log)).isEmpty();
    }

    @Test
    void what_nobody_was_told_of_may_be_missing() {
        log.subList(7, 10).clear();
        assertThat(oracle.faults(log)).isEmpty();
    }

    @Test
    void half_a_line_of_a_client_that_was_killed_says_nothing() {
        oracle.hear("written b.0.1 1");
        oracle.hear("writ");
        assertThat(oracle.faults(log)).isEmpty();
    }

    @Test
    void a_client_that_broke_is_a_fault() {
        told("broken b.0.1 java.lang.IllegalStateException");
        assertThat(oracle.faults(log)).singleElement().asString().startsWith("broken b.0.1");
    }

    @Test
    void a_gap_is_found() {
        log.set(9, event(11, "c.0.1", 0, 1, "chain=2", 2));
        faults("gap: 11 follows 9");
    }

    @Test
    void a_lost_transaction_is_found() {
        log.remove(6);
        log.subList(6, 9).clear();
        faults("lost: a.0.3 acknowledged at 7");
    }

    @Test
    void a_transaction_that_is_not_where_its_client_was_told_is_found() {
        told("written c.0.1 9");
        faults("lost: c.0.1 acknowledged at 9");
    }

    @Test
    void a_transaction_that_is_there_twice_is_found() {
        transaction(11, "c.0.0", 2);
        faults("twice: c.0.0 at 11");
    }

    @Test
    void a_torn_end_is_found_though_nobody_was_told_of_it() {
        log.subList(8, 10).clear();
        faults("torn: c.0.0 at 8");
    }

    @Test
    void a_torn_end_with_others_behind_it_is_found() {
        tries("b.1.0", 1);
        log.set(8, event(9, "b.1.0", 0, 1, "writer=b", 0));
        faults("torn: c.0.0 at 8");
    }

    @Test
    void a_torn_beginning_is_found() {
        tries("b.1.0", 1);
        log.set(1, event(2, "b.1.0", 0, 1, "writer=b", 0));
        faults("torn: b.0.0 at 3");
    }

    @Test
    void a_stranger_within_a_transaction_is_found() {
        tries("b.1.0", 1);
        log.set(4, event(5, "b.1.0", 0, 1, "writer=b", 0));
        faults("torn: a.0.1 at 4", "torn: a.0.1 at 6");
    }

    @Test
    void events_of_a_transaction_that_changed_places_are_found() {
        log.set(3, event(4, "a.0.1", 1, 3, "writer=a", 0));
        log.set(4, event(5, "a.0.1", 0, 3, "writer=a", 0));
        faults("torn: a.0.1 at 4", "torn: a.0.1 at 5", "torn: a.0.1 at 6");
    }

    @Test
    void an_event_in_place_of_another_is_found() {
        log.set(4, event(5, "a.0.1", 0, 3, "writer=a", 0));
        assertThat(oracle.faults(log)).contains("torn: a.0.1 at 4", "twice: a.0.1 at 5");
    }

    @Test
    void a_number_that_was_given_twice_is_found() {
        log.set(9, event(10, "c.0.1", 0, 1, "number=7", 0));
        faults("given twice: number=7");
    }

    @Test
    void a_chain_that_does_not_count_on_is_found() {
        log.set(9, event(10, "c.0.1", 0, 1, "chain=2", 3));
        faults("out of order: chain=2 at 10");
    }

    @Test
    void a_writer_whose_positions_do_not_rise_is_found() {
        log.subList(7, 10).clear();
        log.add(event(8, "c.0.1", 0, 1, "chain=2", 2));
        transaction(9, "c.0.0", 2);
        faults("out of order: c.0.0 at 9");
    }

    @Test
    void what_was_refused_but_is_there_is_found() {
        told("refused b.0.0 -");
        faults("refused, but there: b.0.0");
    }

    @Test
    void what_nobody_tried_is_found() {
        log.add(event(11, "x.0.0", 0, 1, "writer=x", 0));
        faults("never tried: x.0.0");
    }

    @Test
    void another_number_of_events_than_was_tried_is_found() {
        tries("b.1.0", 2);
        log.add(event(11, "b.1.0", 0, 1, "writer=b", 0));
        faults("of another size: b.1.0");
    }

    @Test
    void an_event_that_says_nothing_of_itself_is_found() {
        log.add(
                new StoredEvent(
                        11,
                        Instant.EPOCH,
                        "id",
                        "type",
                        "1",
                        Instant.EPOCH,
                        Set.of(),
                        Map.of(),
                        ""));
        assertThat(oracle.faults(log)).contains("never tried: ", "torn:  at 11");
    }

    private void faults(String... expected) {
        assertThat(oracle.faults(log)).containsExactlyInAnyOrder(expected);
    }

    private void tries(String transaction, int events) {
        told("tries " + transaction + " " + events);
    }

    private void told(String line) {
        oracle.hear(line + " .");
    }

    private void transaction(long first, String name, int n) {
        for (int i = 0; i < n; i++) {
            log.add(event(first + i, name, i, n, "writer=" + name.charAt(0), 0));
        }
    }

    private static StoredEvent event(
            long position, String transaction, int i, int n, String tag, int count) {
        return new StoredEvent(
                position,
                Instant.EPOCH,
                transaction + "." + i,
                "torture.Happened",
                "1",
                Instant.EPOCH,
                Set.of(tag),
                Map.of("tx", transaction, "i", "" + i, "n", "" + n, "count", "" + count),
                "\"\"");
    }
}
