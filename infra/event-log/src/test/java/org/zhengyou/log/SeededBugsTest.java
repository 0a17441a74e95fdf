package org.zhengyou.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.List;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;
import org.zhengyou.log.SeededLog.Bug;
import org.zhengyou.log.conformance.Contest;

/**
 * Each check of the contests finds the mistake it is there for, and nothing where there is none.
 */
class SeededBugsTest {
    private interface Check {
        void of(Contest contest) throws Exception;
    }

    private static void finds(Bug bug, Check check) {
        assertThat(catchThrowable(() -> run(bug, check))).isInstanceOf(AssertionError.class);
        assertThatCode(() -> run(Bug.NONE, check)).doesNotThrowAnyException();
    }

    private static void run(Bug bug, Check check) throws Exception {
        SeededLog log = new SeededLog(Mongo.collection(), bug);
        try {
            check.of(new Contest(List.of(log), log::stored));
        } catch (ExecutionException e) {
            if (e.getCause() instanceof AssertionError found) {
                throw found;
            }
            throw e;
        }
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
