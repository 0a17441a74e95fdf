package org.zhengyou.commendations.recommendations;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.zhengyou.commendations.University.COLLEGE;
import static org.zhengyou.commendations.University.OF_ANN;
import static org.zhengyou.commendations.University.ROUND;
import static org.zhengyou.commendations.recommendations.Ballots.ATTEST;
import static org.zhengyou.commendations.recommendations.Ballots.BALLOT;
import static org.zhengyou.commendations.recommendations.Ballots.CLOSE;
import static org.zhengyou.commendations.recommendations.Ballots.ENTER;
import static org.zhengyou.commendations.recommendations.Ballots.OF_HAN;
import static org.zhengyou.commendations.recommendations.Ballots.TALLY;
import static org.zhengyou.commendations.recommendations.Ballots.attest;
import static org.zhengyou.commendations.recommendations.Ballots.attested;
import static org.zhengyou.commendations.recommendations.Ballots.ballot;
import static org.zhengyou.commendations.recommendations.Ballots.enter;
import static org.zhengyou.commendations.recommendations.Ballots.entered;
import static org.zhengyou.commendations.recommendations.Ballots.spoken;
import static org.zhengyou.kit.decide.RefusalCode.ACTOR_LACKS_AUTHORITY;
import static org.zhengyou.kit.decide.RefusalCode.ALREADY_ON_RECORD;
import static org.zhengyou.kit.decide.RefusalCode.CONFLICT_OF_INTEREST;
import static org.zhengyou.kit.decide.RefusalCode.NOT_ON_RECORD;
import static org.zhengyou.kit.decide.RefusalCode.NOT_ON_ROLL;
import static org.zhengyou.kit.decide.RefusalCode.STEP_OUT_OF_ORDER;
import static org.zhengyou.kit.spec.University.GAO;
import static org.zhengyou.kit.spec.University.HAN;
import static org.zhengyou.kit.spec.University.LIN;
import static org.zhengyou.kit.spec.University.WU;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.zhengyou.commendations.directory.MemberId;
import org.zhengyou.commendations.recommendations.RecommendationEvent.RecommendationTallyDiffered;
import org.zhengyou.kit.validation.Validity;

/** Two people count, and neither tells the other. */
class PaperCountTest {
    private static final RecommendationTallyDiffered DIFFERED =
            new RecommendationTallyDiffered(BALLOT, ROUND, COLLEGE, OF_ANN, new MemberId(WU));

    @Test
    void one_person_enters_the_papers_of_a_nomination() {
        ballot().by(HAN).when(ENTER).thenEvents(entered(HAN, TALLY));
        ballot().given(entered(HAN, TALLY)).by(HAN).when(ENTER).thenNothing();
        ballot().given(entered(HAN, TALLY))
                .on("2011-05-21")
                .by(HAN)
                .when(ENTER)
                .thenRefused(ALREADY_ON_RECORD, "P-PAPER-TALLY", "since 2011-05-20");
        ballot().by(LIN).when(ENTER).thenRefused(ACTOR_LACKS_AUTHORITY);
        spoken().by(HAN).when(ENTER).thenRefused(STEP_OUT_OF_ORDER, "S83", "opened");
        ballot().by(HAN).when(enter(OF_HAN, TALLY)).thenRefused(NOT_ON_RECORD);
    }

    @Test
    void there_are_no_more_papers_than_names_on_the_roll() {
        ballot().by(HAN).when(enter(OF_ANN, new Tally(40, 1, 0))).thenRefused(NOT_ON_ROLL);
        assertThatThrownBy(() -> Validity.check(new Tally(0, -1, 0)))
                .hasMessageContaining("against");
    }

    @Test
    void a_wrong_entry_is_corrected_before_it_is_attested_and_not_after() {
        Tally other = new Tally(29, 6, 2);
        ballot().given(entered(HAN, TALLY))
                .by(HAN)
                .when(enter(OF_ANN, other))
                .thenEvents(entered(HAN, other));
        ballot().given(entered(HAN, TALLY), attested())
                .by(HAN)
                .when(enter(OF_ANN, other))
                .thenRefused(ALREADY_ON_RECORD);
    }

    @Test
    void another_person_attests_it_from_the_same_scan() {
        ballot().given(entered(HAN, TALLY)).by(WU).when(ATTEST).thenEvents(attested());
        ballot().given(entered(HAN, TALLY), attested()).by(WU).when(ATTEST).thenNothing();
        ballot().given(entered(HAN, TALLY), attested())
                .by(GAO)
                .when(ATTEST)
                .thenRefused(ALREADY_ON_RECORD);
        ballot().given(entered(HAN, TALLY))
                .by(HAN)
                .when(ATTEST)
                .thenRefused(CONFLICT_OF_INTEREST, "P-PAPER-TALLY", "entered");
        ballot().given(entered(HAN, TALLY)).by(LIN).when(ATTEST).thenRefused(ACTOR_LACKS_AUTHORITY);
        ballot().by(WU).when(ATTEST).thenRefused(STEP_OUT_OF_ORDER, "P-PAPER-TALLY", "entered");
        ballot().given(entered(HAN, TALLY))
                .by(WU)
                .when(attest(TALLY, "other"))
                .thenRefused(NOT_ON_RECORD, "P-PAPER-TALLY", "another scan");
    }

    @Test
    void who_counts_signs_in_themselves() {
        ballot().by(HAN)
                .through(GAO)
                .when(ENTER)
                .thenRefused(CONFLICT_OF_INTEREST, "P-PAPER-TALLY", "in another's place");
        ballot().given(entered(HAN, TALLY))
                .by(WU)
                .through(GAO)
                .when(ATTEST)
                .thenRefused(CONFLICT_OF_INTEREST, "P-PAPER-TALLY", "in another's place");
    }

    @Test
    void what_the_second_person_counted_equals_the_entry() {
        ballot().given(entered(HAN, TALLY))
                .by(WU)
                .when(attest(new Tally(29, 6, 2), "scan"))
                .thenRefused(NOT_ON_RECORD, "P-PAPER-TALLY", "differs")
                .leaving(DIFFERED);
        ballot().given(entered(HAN, TALLY), attested())
                .by(WU)
                .when(attest(new Tally(29, 6, 2), "scan"))
                .thenRefused(NOT_ON_RECORD)
                .leaving();
    }

    @Test
    void who_did_not_attest_a_count_does_not_find_it_out_afterwards() {
        for (Tally counted : List.of(TALLY, new Tally(29, 6, 2)))
            ballot().given(entered(HAN, TALLY), attested())
                    .by(GAO)
                    .when(attest(counted, "scan"))
                    .thenRefused(ALREADY_ON_RECORD, "P-PAPER-TALLY", "the tally is attested")
                    .leaving();
    }

    @Test
    void after_three_counts_that_differ_the_papers_are_entered_anew() {
        var twice = ballot().given(entered(HAN, TALLY), DIFFERED, DIFFERED);
        twice.by(WU).when(ATTEST).thenEvents(attested());
        var spent = twice.given(DIFFERED);
        for (String who : List.of(WU, GAO))
            for (Tally counted : List.of(TALLY, new Tally(29, 6, 2)))
                spent.by(who)
                        .when(attest(counted, "scan"))
                        .thenRefused(STEP_OUT_OF_ORDER, "P-PAPER-TALLY", "entered anew")
                        .leaving();
        spent.by(HAN).when(ENTER).thenEvents(entered(HAN, TALLY));
        spent.given(entered(HAN, TALLY)).by(WU).when(ATTEST).thenEvents(attested());
    }

    @Test
    void what_is_attested_is_the_entry_recorded_last_whatever_its_date() {
        Tally corrected = new Tally(37, 0, 0);
        var twice =
                ballot().given(entered(HAN, TALLY))
                        .on("2011-05-22")
                        .given(entered(HAN, corrected))
                        .on("2011-05-21")
                        .by(WU);
        twice.when(ATTEST)
                .thenRefused(STEP_OUT_OF_ORDER, "P-PAPER-TALLY", "entered, as it was last")
                .when(attest(corrected, "scan"))
                .thenRefused(STEP_OUT_OF_ORDER)
                .on("2011-05-22")
                .when(ATTEST)
                .thenRefused(NOT_ON_RECORD)
                .when(attest(corrected, "scan"))
                .thenEvents(attested());
        ballot().on("2011-05-22")
                .given(entered(HAN, TALLY))
                .on("2011-05-21")
                .given(entered(HAN, corrected))
                .on("2011-05-23")
                .by(WU)
                .when(ATTEST)
                .thenRefused(NOT_ON_RECORD);
    }

    /** As it could come about before: the log is what it is, and is not counted on. */
    @Test
    void an_attestation_of_an_earlier_entry_attests_no_later_one() {
        Tally later = new Tally(37, 0, 0);
        var stale =
                ballot().given(entered(HAN, TALLY), attested(), entered(HAN, later))
                        .by(HAN)
                        .when(CLOSE)
                        .thenRefused(STEP_OUT_OF_ORDER, "P-PAPER-TALLY", "attested");
        stale.by(WU).when(attest(later, "scan")).thenEvents(attested());
        ballot().given(entered(HAN, TALLY))
                .on("2011-05-22")
                .given(entered(HAN, later))
                .on("2011-05-21")
                .given(attested())
                .on("2011-05-23")
                .by(HAN)
                .when(CLOSE)
                .thenRefused(STEP_OUT_OF_ORDER, "P-PAPER-TALLY", "attested");
    }
}
