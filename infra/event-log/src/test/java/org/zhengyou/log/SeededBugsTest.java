package org.zhengyou.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.zhengyou.log.SeededLog.Bug;
import org.zhengyou.log.conformance.BadLine;
import org.zhengyou.log.conformance.Contest;
import org.zhengyou.log.conformance.CuttingProxy.Cut;
import org.zhengyou.log.conformance.Markers;
import org.zhengyou.log.conformance.Readings;

/** Each check of the kit finds the mistakes it is there for, and nothing where there is none. */
@Timeout(value = 120, threadMode = ThreadMode.SEPARATE_THREAD)
class SeededBugsTest {
    private interface Check {
        void of(SeededLog log) throws Exception;
    }

    private interface ContestCheck {
        void of(Contest contest) throws Exception;
    }

    private interface MarkerCheck {
        void of(Markers markers) throws Exception;
    }

    private static void finds(Bug bug, ContestCheck check) {
        found(bug, log -> check.of(new Contest(List.of(log), log::stored)));
    }

    /** Four that take part, as if they were four processes. */
    private static void findsAmongFour(Bug bug, ContestCheck check) {
        found(bug, log -> check.of(new Contest(List.of(log, log, log, log), log::stored)));
    }

    private static void findsByMarkers(Bug bug, MarkerCheck check) {
        found(bug, log -> check.of(new Markers(List.of(log, log, log), log::stored)));
    }

    private static void found(Bug bug, Check check) {
        assertThat(catchThrowable(() -> run(bug, check))).isInstanceOf(AssertionError.class);
        assertThatCode(() -> run(Bug.NONE, check)).doesNotThrowAnyException();
    }

    private static void run(Bug bug, Check check) throws Exception {
        try {
            check.of(new SeededLog(Mongo.collection(), bug));
        } catch (ExecutionException e) {
            if (e.getCause() instanceof AssertionError found) {
                throw found;
            }
            throw e;
        }
    }

    /** On a line that breaks once. */
    private static void findsOnABadLine(Bug bug, Cut cut) {
        assertThat(catchThrowable(() -> appendOnABadLine(bug, cut)))
                .isInstanceOf(AssertionError.class);
        assertThatCode(() -> appendOnABadLine(Bug.NONE, cut)).doesNotThrowAnyException();
    }

    private static void appendOnABadLine(Bug bug, Cut cut) throws Exception {
        try (BadLine line = BadLine.to(Mongo.uri())) {
            SeededLog log = new SeededLog(Mongo.elsewhere(line.client(), Mongo.collection()), bug);
            line.writtenOnceAndSaidSo(log, cut, log::stored);
        }
    }

    @Test
    void a_condition_that_is_not_checked_lets_several_win() {
        finds(Bug.CONDITION_NOT_CHECKED, Contest::exactlyOneOf64Wins);
    }

    @Test
    void events_of_another_taken_for_one_s_own_because_of_their_ids_are_noticed() {
        findsAmongFour(Bug.OTHERS_TAKEN_FOR_OWN, contest -> contest.copiesAreMadeOnce(300));
    }

    @Test
    void a_condition_that_is_not_checked_makes_copies_twice() {
        findsAmongFour(Bug.CONDITION_NOT_CHECKED, contest -> contest.copiesAreMadeOnce(300));
    }

    @Test
    void a_marker_that_hides_what_came_after_it_is_noticed() {
        findsByMarkers(Bug.MARKER_TAKEN_FOR_THE_HEAD, Markers::nothingIsOverlooked);
    }

    @Test
    void a_marker_that_counts_itself_is_noticed() {
        findsByMarkers(Bug.MARKER_COUNTS_ITSELF, Markers::theyHoldWhereTheyWereNotHeardOf);
    }

    @Test
    void a_marker_that_is_no_longer_right_but_holds_is_noticed() {
        findsByMarkers(Bug.MARKER_TAKEN_FOR_THE_HEAD, Markers::theyHoldWhereTheyWereNotHeardOf);
    }

    @Test
    void an_answer_that_overlooks_types_is_noticed() {
        findsByQuestions(Bug.TYPES_OVERLOOKED);
    }

    @Test
    void an_answer_that_leaves_out_the_last_position_is_noticed() {
        findsByQuestions(Bug.LAST_POSITION_LEFT_OUT);
    }

    private static void findsByQuestions(Bug bug) {
        found(
                bug,
                log -> {
                    Readings.fill(log, new Random(2010));
                    Readings.questionsAreAnswered(log, log.stored(), new Random(2011));
                });
    }

    @Test
    void two_swapped_events_are_noticed_by_who_turns_pages() {
        found(
                Bug.EVENTS_SWAPPED,
                log -> {
                    Readings.fill(log, new Random(2010));
                    Readings.pagesHaveNoGap(log, log.stored());
                });
    }

    @Test
    void two_swapped_events_are_noticed_by_who_replays() {
        found(Bug.EVENTS_SWAPPED, log -> Readings.replaysAre(Readings.live(log), log));
    }

    @ParameterizedTest
    @EnumSource(names = {"BEFORE_FORWARDING", "WITHIN_THE_REQUEST", "DELIVERED_LATE"})
    void an_unknown_outcome_taken_for_written_is_noticed(Cut cut) {
        findsOnABadLine(Bug.UNKNOWN_TAKEN_FOR_WRITTEN, cut);
    }

    @ParameterizedTest
    @EnumSource(names = {"AFTER_THE_REPLY", "STEPPED_DOWN", "CONCERN_NOT_MET"})
    void what_is_sent_again_behind_a_new_head_is_noticed(Cut cut) {
        findsOnABadLine(Bug.UNKNOWN_SENT_AGAIN_BEHIND_A_NEW_HEAD, cut);
    }

    @ParameterizedTest
    @EnumSource(names = {"AFTER_THE_REPLY", "STEPPED_DOWN", "CONCERN_NOT_MET"})
    void an_unknown_outcome_that_is_not_asked_about_is_noticed(Cut cut) {
        findsOnABadLine(Bug.UNKNOWN_TAKEN_FOR_UNWRITTEN, cut);
    }

    @Test
    void a_batch_whose_members_are_not_checked_against_each_other_gives_numbers_twice() {
        finds(Bug.NO_CHECK_AMONG_BATCH_MATES, Contest::everyNumberIsGivenOnce);
    }

    @Test
    void positions_reserved_before_the_commit_leave_gaps() {
        finds(Bug.POSITIONS_RESERVED_BEFORE_THE_COMMIT, Contest::everyNumberIsGivenOnce);
    }

    @Test
    void an_early_acknowledgement_is_noticed() {
        finds(Bug.ACKNOWLEDGED_EARLY, Contest::whatIsAcknowledgedIsThere);
    }

    @Test
    void a_skipped_commit_is_noticed() {
        finds(Bug.COMMIT_SKIPPED, Contest::whatIsAcknowledgedIsThere);
    }

    @Test
    void a_skipped_commit_leaves_transactions_out() {
        finds(Bug.COMMIT_SKIPPED, Contest::transactionsAreWhole);
    }

    @Test
    void two_swapped_events_are_noticed_by_who_compares_readers() {
        finds(Bug.EVENTS_SWAPPED, Contest::everyTailerSeesTheSame);
    }

    @Test
    void two_swapped_events_are_noticed_within_a_transaction() {
        finds(Bug.EVENTS_SWAPPED, Contest::transactionsAreWhole);
    }
}
