package org.zhengyou.log.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.zhengyou.log.conformance.Samples.alone;
import static org.zhengyou.log.conformance.Samples.events;
import static org.zhengyou.log.conformance.Samples.together;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.zhengyou.log.Condition;
import org.zhengyou.log.ConflictingAppendException;
import org.zhengyou.log.Criteria;
import org.zhengyou.log.EventLog;
import org.zhengyou.log.LogUnavailableException;
import org.zhengyou.log.NewEvent;

/** Several processes on one log: nothing but the unique position stands between them. */
@Timeout(value = 120, threadMode = ThreadMode.SEPARATE_THREAD)
public abstract class Contending extends Kit {
    /** On this server. */
    protected Contending(Server server) {
        super(server);
    }

    @AfterEach
    void the_chain_is_intact() {
        assertThat(intact()).isTrue();
    }

    @Test
    void exactly_one_of_64_wins_in_one_process() throws Exception {
        contest(1).exactlyOneOf64Wins();
    }

    @Test
    void exactly_one_of_64_wins_among_four_processes() throws Exception {
        contest(4).exactlyOneOf64Wins();
    }

    @Test
    void a_number_is_given_once_however_many_claim_it() throws Exception {
        contest(1).everyNumberIsGivenOnce();
    }

    @Test
    void a_number_is_given_once_however_many_processes_give_numbers() throws Exception {
        contest(3).everyNumberIsGivenOnce();
    }

    @Test
    void transactions_are_whole_and_never_half_visible() throws Exception {
        contest(1).transactionsAreWhole();
    }

    @Test
    void transactions_of_several_processes_are_whole_and_never_half_visible() throws Exception {
        contest(3).transactionsAreWhole();
    }

    @Test
    void every_tailer_sees_the_same_order_without_a_gap() throws Exception {
        contest(3).everyTailerSeesTheSame();
    }

    @Test
    void what_is_acknowledged_is_there_for_everybody() throws Exception {
        contest(2).whatIsAcknowledgedIsThere();
    }

    @Test
    void events_that_four_processes_copy_arrive_once_and_in_order() throws Exception {
        contest(4).copiesAreMadeOnce(300);
    }

    @Test
    void who_brings_the_same_events_second_is_refused_however_they_are_cut() {
        List<NewEvent> source = events(3);
        EventLog first = open(alone());
        EventLog second = open(alone());
        EventLog third = open(alone());
        Condition untouched = new Condition(Criteria.all(), 0);
        assertThat(first.append(source.subList(0, 2), untouched)).isEqualTo(2);
        assertThatThrownBy(() -> second.append(source, untouched))
                .isInstanceOf(ConflictingAppendException.class);
        assertThatThrownBy(() -> third.append(source.subList(0, 2), untouched))
                .isInstanceOf(ConflictingAppendException.class);
        assertThat(second.head()).isEqualTo(2);
    }

    @Test
    void a_process_that_has_the_log_to_itself_takes_no_turns() throws Exception {
        contest(1).transactionsAreWhole();
        assertThat(turns().countDocuments()).isZero();
    }

    /** The turn is only a hint: one that was never handed on holds nobody up for long. */
    @Test
    void a_turn_that_a_dead_process_left_behind_holds_nobody_up() throws Exception {
        turns().insertOne(
                        new Document("_id", "turn")
                                .append("f", 1L)
                                .append("o", "a dead process")
                                .append("q", List.of("another dead process")));
        contest(4).everyNumberIsGivenOnce();
    }

    /** Without a poll nobody comes by later who would write for a caller that was overlooked. */
    @Test
    void no_caller_is_overlooked_when_a_turn_ends() throws Exception {
        List<EventLog> logs = List.of(process(alone()), process(alone()), process(alone()));
        List<Object> outcomes =
                Callers.at(24, i -> () -> appendOften(logs.get(i % 3), "caller=" + i));
        assertThat(outcomes).containsOnly(50);
        assertThat(stored()).hasSize(24 * 50);
    }

    private static int appendOften(EventLog log, String tag) {
        for (int i = 0; i < 50; i++) {
            log.append(events(1, tag), Condition.none());
        }
        return 50;
    }

    /** Nobody comes by later either who would tell a caller that came during the last turn. */
    @Test
    void no_caller_is_left_waiting_when_a_log_is_closed() throws Exception {
        List<EventLog> logs = List.of(process(alone()), process(alone()), process(alone()));
        List<Object> outcomes = Callers.at(24, i -> () -> appendUntilClosed(logs.get(i % 3)));
        assertThat(outcomes).containsOnly("told");
    }

    private static String appendUntilClosed(EventLog log) {
        try {
            while (log.append(events(1), Condition.none()) < 500) {}
            log.close();
            log.append(events(1), Condition.none());
            return "written by a closed log";
        } catch (LogUnavailableException e) {
            return "told";
        }
    }

    /** One is told of a head before the other process has heard of it. */
    @Test
    void a_marker_that_is_ahead_of_this_process_is_honoured() {
        EventLog ahead = open(alone());
        EventLog behind = open(alone());
        long marker = ahead.append(events(3), Condition.none());
        assertThat(behind.head()).isZero();
        assertThat(behind.append(events(1), new Condition(Criteria.all(), marker))).isEqualTo(4);
        assertThatThrownBy(() -> ahead.append(events(1), new Condition(Criteria.all(), marker)))
                .isInstanceOf(ConflictingAppendException.class);
        assertThat(stored()).hasSize(4);
    }

    @Test
    void markers_that_are_ahead_of_a_process_are_honoured_while_everybody_appends()
            throws Exception {
        markers(3).theyHoldWhereTheyWereNotHeardOf();
    }

    @Test
    void nothing_that_came_after_a_marker_is_overlooked() throws Exception {
        markers(1).nothingIsOverlooked();
    }

    @Test
    void nothing_that_came_after_a_marker_is_overlooked_by_several_processes() throws Exception {
        markers(3).nothingIsOverlooked();
    }

    private Markers markers(int processes) {
        Contest contest = contest(processes);
        return new Markers(contest.parties(), contest.stored());
    }

    /** Decisions of one process after another: nobody's marker hides what came in between. */
    @Test
    void of_old_and_new_markers_only_the_newest_holds() {
        Random random = new Random(2010);
        List<EventLog> logs = List.of(open(alone()), open(alone()), open(alone()));
        long head = 0;
        for (int i = 0; i < 60; i++) {
            EventLog log = logs.get(random.nextInt(3));
            long marker = random.nextLong(head + 1);
            Condition condition = new Condition(Criteria.all(), marker);
            if (marker == head) {
                head = log.append(events(1 + random.nextInt(3)), condition);
            } else {
                assertThatThrownBy(() -> log.append(events(1), condition))
                        .isInstanceOf(ConflictingAppendException.class);
            }
        }
        assertThat(stored()).hasSize((int) head);
    }

    @Test
    void recorded_times_never_go_back_though_clocks_differ_by_days() {
        EventLog fast = open(together().with(at("2026-05-04T00:00:00Z")));
        EventLog slow = open(together().with(at("2026-05-01T00:00:00Z")));
        for (int i = 0; i < 10; i++) {
            (i % 2 == 0 ? fast : slow).append(events(1), Condition.none());
        }
        Checks.gapless(stored());
        Checks.recordedInOrder(stored());
    }

    private static Clock at(String instant) {
        return Clock.fixed(Instant.parse(instant), ZoneOffset.UTC);
    }
}
